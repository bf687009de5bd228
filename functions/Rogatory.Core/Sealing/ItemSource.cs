namespace Rogatory.Core.Sealing;

/// <summary>Plaintext on its way into the vault.</summary>
/// <param name="Name">The file name; sensitive, kept only in the key envelope.</param>
/// <param name="Type">The media type.</param>
/// <param name="Size">How many bytes <paramref name="Content"/> gives; a source that gives more or fewer is refused by whoever checks.</param>
/// <param name="Content">Read once, from where it stands to its end.</param>
public sealed record ItemSource(string Name, string Type, long Size, Stream Content)
{
    /// <summary>Says nothing of the source: its name is sensitive.</summary>
    public override string ToString() => nameof(ItemSource);
}
