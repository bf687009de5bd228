using System.IO.Compression;
using System.Text;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading;
using static Rogatory.Core.Tests.Classification.Reading.OfficeFile;

namespace Rogatory.Core.Tests.Classification.Reading;

public sealed class MutationTests
{
    private const int Files = 2000;
    private const long MostAllocated = 64L << 20;
    private const string Table = "name;iban;note\r\nAda;DE89370400440532013000;\"a \"\"b\"\"\nc\"\r\nAlan;GB82WEST12345698765432;é\r\n";
    private const string Json = """{"persons":[{"name":"Zo\u00eb","mails":["a@x.example"],"n":-1.5e3,"ok":true}],"t":"\"x\"\/\n"}""";
    private const string Xml = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e \"v\">]><a x='1'><b>t &amp; &e;</b><!-- c --><c><![CDATA[d]]></c></a>";
    private const string Html = "<html><head><title>t</title><script>var a='<b>';</script></head><body><p title=x>One <b>two</b>&eacute;</p><table><tr><th>N<th>A<tr><td>1<td>2</table><!-- c --></body></html>";
    private const string Mail = "From: =?utf-8?Q?Zo=C3=AB?= <z@x.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\np\r\n--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\na=3Db=\r\nc\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@x.example\r\nTo: b@x.example\r\nContent-Transfer-Encoding: base64\r\n\r\nd29yZHM=\r\n--b\r\nContent-Disposition: attachment; filename*0*=utf-8''a%20; filename*1=b\r\n\r\nx;y\r\n1;2\r\n--b--\r\ne\r\n";

    private static readonly (string Name, string Content)[] Word =
    [
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", $"<w:document {OfficeFile.Word}><w:body>{Paragraph("one")}<w:tbl><w:tr><w:tc>{Paragraph("N")}</w:tc><w:tc>{Paragraph("A")}</w:tc></w:tr></w:tbl><w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins><w:r><w:t>y</w:t></w:r></w:ins></w:p></w:body></w:document>"),
        ("docProps/core.xml", "<coreProperties><creator>Ada</creator></coreProperties>"),
    ];

    private static readonly (string Name, string Content)[] Book =
    [
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>"),
        Relations("xl/_rels/workbook.xml.rels", ("r1", "worksheets/sheet1.xml", false)),
        ("xl/worksheets/sheet1.xml", "<worksheet><row><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>29221</v></c></row><row><c r=\"A2\" t=\"str\"><f>1+1</f><v>2E3</v></c></row></worksheet>"),
        ("xl/sharedStrings.xml", "<sst><si><t>Name</t></si></sst>"),
        ("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
    ];

    private static readonly (string Name, string Content)[] Show =
    [
        ("[Content_Types].xml", "<Types/>"),
        ("ppt/presentation.xml", $"<p:presentation {Slide}><p:sldIdLst><p:sldId r:id=\"r1\"/></p:sldIdLst></p:presentation>"),
        Relations("ppt/_rels/presentation.xml.rels", ("r1", "slides/slide1.xml", false)),
        ("ppt/slides/slide1.xml", $"<p:sld {Slide}><p:cNvPr descr=\"d\"/><a:p><a:t>one</a:t></a:p></p:sld>"),
        ("ppt/notesSlides/notesSlide1.xml", $"<p:notes {Slide}><a:p><a:t>two</a:t></a:p></p:notes>"),
    ];

    private static readonly PdfMaker Pdf = PdfMaker.OnePage(
        PdfMaker.Line("words") + "BT /C1 9 Tf [<00030004> -200 (x)] TJ ET /X1 Do", "/Font<</F1 5 0 R/C1 10 0 R>>/XObject<</X1 12 0 R>>", "/Annots[<</Subtype/Text/Rect[0 0 1 1]/Contents(note)>>]")
        .Set(10, "<</Subtype/Type0/Encoding/Identity-H/ToUnicode 11 0 R/DescendantFonts[<</DW 500/W[3[250]]>>]>>")
        .Stream(11, "", "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0003> <0009> <0041> endbfrange")
        .Stream(12, "/Subtype/Form/Resources<</Font<</F1 5 0 R>>>>", PdfMaker.Line("form"));

    public static TheoryData<string> Readers => [.. Makers.Keys];

    private static Dictionary<string, Func<Random, byte[]>> Makers { get; } = new(StringComparer.Ordinal)
    {
        ["text"] = random => Mutation.Of(Encoding.UTF8.GetBytes("Dear Ada,\nétude 👩‍⚖️ of Łódź\n"), random),
        ["wide text"] = random => Mutation.Of(Encoding.Unicode.GetBytes("\uFEFFDear Ada,\nétude 👩‍⚖️ of Łódź\n"), random),
        ["table"] = random => Mutation.Of(Encoding.UTF8.GetBytes(Table), random),
        ["json"] = random => Mutation.Of(Encoding.UTF8.GetBytes(Json), random),
        ["xml"] = random => Mutation.Of(Encoding.UTF8.GetBytes(Xml), random),
        ["html"] = random => Mutation.Of(Encoding.UTF8.GetBytes(Html), random),
        ["mail"] = random => Mutation.Of(Encoding.UTF8.GetBytes(Mail), random),
        ["zip"] = random => Mutation.Of(ZipFile.Of(("a.txt", "words"), ("b.zip", Encoding.Latin1.GetString(ZipFile.Of(("c.csv", Table))))), random),
        ["docx"] = random => Package(Word, random),
        ["xlsx"] = random => Package(Book, random),
        ["pptx"] = random => Package(Show, random),
        ["pdf"] = random => Mutation.Of(Pdf.Make(), random),
        ["compressed pdf"] = random => Mutation.Of(Pdf.MakeCompressed(), random),
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task No_spoiled_file_makes_a_reader_crash_hang_or_hold_too_much(string reader)
    {
        Task reading = Task.Factory.StartNew(() => ReadAll(reader), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await reading.WaitAsync(TimeSpan.FromMinutes(3));
    }

    private static void ReadAll(string reader)
    {
        var random = new Random(20261122);
        var limits = new ReadingLimits { PartSize = 4 << 20, Expanded = 8 << 20, Entries = 500 };
        for (int number = 0; number < Files; number++)
        {
            byte[] file = Makers[reader](random);
            using var watch = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            long before = GC.GetAllocatedBytesForCurrentThread();
            ReadingReport report = ItemReader.Read(new MemoryStream(file), new CountingSink(), limits, watch.Token);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < MostAllocated, $"File {number} took {allocated} bytes.");
            Assert.True(report.Unread.All(part => part.Reason != UnreadReason.Failed), $"File {number} made the reader fail.");
        }
    }

    /// <summary>Half of them spoiled in a part, so that what unpacks it sees nothing, and half as a whole.</summary>
    private static byte[] Package((string Name, string Content)[] parts, Random random)
    {
        int spoiled = random.Next(2 * parts.Length);
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (int index = 0; index < parts.Length; index++)
            {
                byte[] content = Encoding.UTF8.GetBytes(parts[index].Content);
                using Stream entry = archive.CreateEntry(parts[index].Name, CompressionLevel.NoCompression).Open();
                entry.Write(index == spoiled ? Mutation.Of(content, random) : content);
            }
        }
        return spoiled < parts.Length ? bytes.ToArray() : Mutation.Of(bytes.ToArray(), random);
    }

    private sealed class CountingSink : ITextSink
    {
        private bool _isPlaced;

        public void MoveTo(Locator place, string? label)
        {
            Assert.NotEmpty(place.Part);
            _isPlaced = true;
        }

        public void Write(ReadOnlySpan<char> text) => Assert.True(_isPlaced && !text.IsEmpty);
    }
}
