namespace Rogatory.Core.Classification.Reading.Archive;

/// <summary>An entry of a ZIP archive's central directory.</summary>
/// <param name="Name">Its path, cut where it is very long.</param>
/// <param name="Comment">What was noted of it.</param>
/// <param name="IsEncrypted">Whether it can't be read without a password.</param>
/// <param name="Method">How it is compressed.</param>
/// <param name="CompressedSize">Bytes it takes.</param>
/// <param name="Size">Bytes it is said to have.</param>
/// <param name="Offset">Where its local header is.</param>
internal sealed record ZipEntry(string Name, string Comment, bool IsEncrypted, int Method, long CompressedSize, long Size, long Offset)
{
    public bool IsFolder => Name.EndsWith('/') && Size == 0;
}
