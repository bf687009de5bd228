using System.IO.Compression;

namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>A stream's bytes out of its filters (ISO 32000-1, 7.4), as they come.</summary>
internal static class PdfFilters
{
    private const int MostFilters = 8;

    private static readonly HashSet<string> OfImages = ["DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode"];

    /// <exception cref="UnreadableException">A filter is one of images, of encryption, or not known.</exception>
    public static Stream Open(ReadingSession session, string part, PdfFile file, PdfStream stream)
    {
        Stream raw = file.Raw(stream);
        List<object?> names = file.List(stream.Dictionary.GetValueOrDefault("Filter") ?? stream.Dictionary.GetValueOrDefault("F"));
        List<object?> parameters = file.List(stream.Dictionary.GetValueOrDefault("DecodeParms") ?? stream.Dictionary.GetValueOrDefault("DP"));
        if (names.Count == 0) return raw;
        if (names.Count > MostFilters) throw new UnreadableException(UnreadReason.Compression);
        Stream decoded = raw;
        for (int index = 0; index < names.Count; index++)
        {
            var given = file.Get(index < parameters.Count ? parameters[index] : null) as PdfDictionary ?? [];
            decoded = Decode((file.Get(names[index]) as PdfName)?.Text ?? "", file, given, decoded);
        }
        return new ExpandingStream(session, part, decoded, raw, size: null);
    }

    private static Stream Decode(string name, PdfFile file, PdfDictionary given, Stream encoded) => name switch
    {
        "FlateDecode" or "Fl" => Predicted(file, given, new LenientStream(new ZLibStream(encoded, CompressionMode.Decompress))),
        "LZWDecode" or "LZW" => Predicted(file, given, new LzwStream(encoded, PdfParser.Whole(file.Get(given.GetValueOrDefault("EarlyChange")), 1))),
        "ASCIIHexDecode" or "AHx" => new AsciiHexStream(encoded),
        "ASCII85Decode" or "A85" => new Ascii85Stream(encoded),
        "RunLengthDecode" or "RL" => new RunLengthStream(encoded),
        "Crypt" => throw new UnreadableException(UnreadReason.Encrypted),
        _ => throw new UnreadableException(OfImages.Contains(name) ? UnreadReason.Image : UnreadReason.Compression),
    };

    private static Stream Predicted(PdfFile file, PdfDictionary given, Stream decoded)
    {
        int Number(string key, int otherwise, int most) => Math.Clamp(PdfParser.Whole(file.Get(given.GetValueOrDefault(key)), otherwise), 1, most);
        int predictor = Number("Predictor", 1, 15);
        return predictor == 1 ? decoded : new PredictedStream(decoded, predictor, Number("Colors", 1, 32), Number("BitsPerComponent", 8, 16), Number("Columns", 1, 1 << 20));
    }
}
