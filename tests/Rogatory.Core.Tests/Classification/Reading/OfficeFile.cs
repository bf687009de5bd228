namespace Rogatory.Core.Tests.Classification.Reading;

/// <summary>Makes Office documents of given bodies, with the namespaces and parts that they need.</summary>
internal static class OfficeFile
{
    public const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:wp=\"urn:wp\" xmlns:mc=\"urn:mc\"";
    public const string Sheet = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    public const string Slide = "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"urn:r\"";

    private const string Types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";

    public static byte[] Document(string body, params (string Name, string Content)[] more) =>
        ZipFile.Of([("[Content_Types].xml", Types), ("word/document.xml", $"<?xml version=\"1.0\"?><w:document {Word}><w:body>{body}</w:body></w:document>"), .. more]);

    public static byte[] Workbook(string sheets, params (string Name, string Content)[] more) =>
        ZipFile.Of([("[Content_Types].xml", Types), ("xl/workbook.xml", $"<workbook {Sheet}><sheets>{sheets}</sheets></workbook>"), .. more]);

    public static byte[] Presentation(string slides, params (string Name, string Content)[] more) =>
        ZipFile.Of([("[Content_Types].xml", Types), ("ppt/presentation.xml", $"<p:presentation {Slide}><p:sldIdLst>{slides}</p:sldIdLst></p:presentation>"), .. more]);

    public static (string Name, string Content) Relations(string name, params (string Id, string Target, bool IsOutside)[] targets) =>
        (name, $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(targets.Select(one =>
            $"<Relationship Id=\"{one.Id}\" Type=\"urn:t\" Target=\"{one.Target}\"{(one.IsOutside ? " TargetMode=\"External\"" : "")}/>"))}</Relationships>");

    public static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";
}
