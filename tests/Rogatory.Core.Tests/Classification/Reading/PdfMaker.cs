using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Rogatory.Core.Tests.Classification.Reading;

/// <summary>Writes PDF files object by object, with a cross-reference table or, compressed, with streams of objects.</summary>
internal sealed class PdfMaker
{
    private readonly SortedDictionary<int, byte[]> _objects = [];

    /// <summary>A file of one page that shows the content in Helvetica (<c>/F1</c>); further objects begin at 10.</summary>
    public static PdfMaker OnePage(string content, string resources = "", string page = "", string catalog = "")
    {
        var made = new PdfMaker();
        made.Set(1, $"<</Type/Catalog/Pages 2 0 R{catalog}>>");
        made.Set(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
        made.Set(3, $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>{resources}>>{page}>>");
        made.Stream(4, "", content);
        made.Set(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        return made;
    }

    /// <summary>A content stream that shows a line of text.</summary>
    public static string Line(string text, int y = 700) => string.Create(CultureInfo.InvariantCulture, $"BT /F1 12 Tf 72 {y} Td ({text}) Tj ET\n");

    public PdfMaker Set(int number, string value)
    {
        _objects[number] = Encoding.Latin1.GetBytes(value);
        return this;
    }

    public PdfMaker Stream(int number, string dictionary, string content) => Stream(number, dictionary, Encoding.Latin1.GetBytes(content));

    public PdfMaker Stream(int number, string dictionary, byte[] content)
    {
        _objects[number] = [.. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<<{dictionary}/Length {content.Length}>>\nstream\n")), .. content, .. "\nendstream"u8];
        return this;
    }

    public PdfMaker Deflated(int number, string dictionary, byte[] content) => Stream(number, $"{dictionary}/Filter/FlateDecode", Deflate(content));

    public static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal))
            deflate.Write(content);
        return packed.ToArray();
    }

    public byte[] Make(string trailer = "", byte[]? before = null, int previous = -1)
    {
        using var file = new MemoryStream();
        file.Write(before ?? [.. "%PDF-1.7\n%\xE2\xE3\n"u8]);
        var offsets = new Dictionary<int, long>();
        foreach ((int number, byte[] value) in _objects)
        {
            offsets[number] = file.Position;
            Put($"{number} 0 obj\n");
            file.Write(value);
            Put("\nendobj\n");
        }
        long table = file.Position;
        Put("xref\n0 1\n0000000000 65535 f \n");
        foreach ((int number, long offset) in offsets)
            Put(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n"));
        Put(string.Create(CultureInfo.InvariantCulture, $"trailer\n<</Size {_objects.Keys.Max() + 1}/Root 1 0 R{trailer}{(previous < 0 ? "" : $"/Prev {previous}")}>>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();

        void Put(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }

    /// <summary>The same with all objects but streams in a stream of objects, and a cross-reference stream with a predictor.</summary>
    public byte[] MakeCompressed()
    {
        List<KeyValuePair<int, byte[]>> packed = [.. _objects.Where(one => one.Value.AsSpan().IndexOf("\nstream\n"u8) < 0)];
        var header = new StringBuilder();
        using var body = new MemoryStream();
        foreach ((int number, byte[] value) in packed)
        {
            header.Append(CultureInfo.InvariantCulture, $"{number} {body.Position} ");
            body.Write([.. value, (byte)'\n']);
        }
        int container = _objects.Keys.Max() + 1, own = container + 1;
        byte[] first = Encoding.ASCII.GetBytes(header.ToString());
        var rest = new PdfMaker();
        foreach ((int number, byte[] value) in _objects.Except(packed)) rest._objects[number] = value;
        rest.Deflated(container, $"/Type/ObjStm/N {packed.Count}/First {first.Length}", [.. first, .. body.ToArray()]);

        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var rows = new byte[own + 1][];
        for (int number = 0; number <= own; number++) rows[number] = [0, 0, 0, 0];
        foreach ((int number, byte[] value) in rest._objects)
        {
            rows[number] = [1, (byte)(file.Position >> 8), (byte)(file.Position & 0xFF), 0];
            file.Write([.. Encoding.ASCII.GetBytes($"{number} 0 obj\n"), .. value, .. "\nendobj\n"u8]);
        }
        for (int index = 0; index < packed.Count; index++) rows[packed[index].Key] = [2, 0, (byte)container, (byte)index];
        rows[own] = [1, (byte)(file.Position >> 8), (byte)(file.Position & 0xFF), 0];
        // PNG's predictor 2: each row is what it is more than the row above.
        using var predicted = new MemoryStream();
        byte[] above = [0, 0, 0, 0];
        foreach (byte[] row in rows)
        {
            predicted.WriteByte(2);
            for (int at = 0; at < 4; at++) predicted.WriteByte(unchecked((byte)(row[at] - above[at])));
            above = row;
        }
        byte[] table = Deflate(predicted.ToArray());
        long start = file.Position;
        file.Write(Encoding.ASCII.GetBytes($"{own} 0 obj\n<</Type/XRef/Size {own + 1}/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>/Length {table.Length}>>\nstream\n"));
        file.Write([.. table, .. Encoding.ASCII.GetBytes($"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n")]);
        return file.ToArray();
    }
}
