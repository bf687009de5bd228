namespace Rogatory.Core.Classification.Reading;

/// <summary>What a part is, by its content.</summary>
internal enum ContentKind
{
    Empty,
    Text,
    Table,
    Json,
    Xml,
    Html,
    Mail,
    RichText,
    Pdf,
    Zip,
    Image,
    Media,
    Compound,
    Encrypted,
    Binary,
}
