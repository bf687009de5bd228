namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>A dictionary object; its values may be references, which <see cref="PdfFile"/> follows.</summary>
internal sealed class PdfDictionary : Dictionary<string, object?>
{
    public PdfDictionary()
        : base(StringComparer.Ordinal)
    {
    }

    public bool Is(string key, string name) => TryGetValue(key, out object? value) && value is PdfName held && held.Text == name;
}
