using System.Text;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Core.Tests.Classification.Reading;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

/// <summary>Spoiled items: an extract is clean or there is none.</summary>
public sealed class ExtractMutationTests
{
    private const int Files = 2000;
    private const long MostAllocated = 128L << 20;
    private const string Iban = "DE89370400440532013000";

    private static readonly (string Name, byte[] Item, string[] Requests)[] Formats =
    [
        ("text", Encoding.UTF8.GetBytes($"Dear Ms Keller,\nyour IBAN {Iban}\nétude 👩‍⚖️ of Łódź\n"), ["""{"remove":[{"categories":["iban"]}]}""", """{"keep":[{"lines":"1-3"}],"remove":[{"categories":["iban"]},{"spans":[[5,9]]}]}"""]),
        ("wide text", Encoding.Unicode.GetBytes($"\uFEFFDear Ms Keller,\nyour IBAN {Iban}\nétude of Łódź\n"), ["""{"remove":[{"categories":["iban"]}]}"""]),
        ("csv", Encoding.UTF8.GetBytes($"name;iban;note\r\nAda Brandt;{Iban};\"a \"\"b\"\"\nc\"\r\nAlan;GB82WEST12345698765432;é\r\n"),
            ["""{"remove":[{"categories":["iban"]}]}""", """{"keep":[{"rows":"1"}],"remove":[{"categories":["iban"]}]}""", """{"keep":[{"columns":["1","C"]}],"remove":[{"categories":["iban"]},{"spans":[[40,60]]}]}"""]),
        ("json", Encoding.UTF8.GetBytes($$"""{"persons":[{"name":"Zo\u00eb","ibans":["{{Iban}}"],"n":-1.5e3,"ok":true},{"iban":"{{Iban}}"}],"t":"\"x\"\/\n"}"""),
            ["""{"remove":[{"categories":["iban"]}]}""", """{"keep":[{"fields":["/persons/*/name","/t"]}],"remove":[{"categories":["iban"]}]}""", """{"remove":[{"fields":["/persons/0"]},{"categories":["iban"]}]}"""]),
        ("mail", Encoding.UTF8.GetBytes($"From: =?utf-8?Q?Zo=C3=AB?= <z@x.example>\r\nSubject: IBAN {Iban}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\np\r\n--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nIBAN {Iban[..10]}=\r\n{Iban[10..]}\r\n--b\r\nContent-Type: text/csv\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.UTF8.GetBytes($"iban;n\n{Iban};1\nx;2\n"))}\r\n--b--\r\n"),
            ["""{"remove":[{"categories":["iban"]}]}"""]),
        ("docx", OfficeFile.Document($"{OfficeFile.Paragraph("Dear Ada")}<w:tbl><w:tr><w:tc>{OfficeFile.Paragraph("IBAN")}</w:tc><w:tc>{OfficeFile.Paragraph(Iban)}</w:tc></w:tr></w:tbl><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{Iban}</w:t></w:r></w:p>"),
            ["""{"remove":[{"categories":["iban"]}]}""", """{"keep":[{"lines":"1-3"}],"remove":[{"categories":["iban"]}]}"""]),
        ("xlsx", OfficeFile.Workbook("<sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/>", OfficeFile.Relations("xl/_rels/workbook.xml.rels", ("r1", "worksheets/sheet1.xml", false)),
            ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>{Iban}</t></is></c><c r=\"B2\"><v>1.5</v></c></row></sheetData></worksheet>"),
            ("xl/sharedStrings.xml", "<sst><si><t>IBAN</t></si></sst>")),
            ["""{"remove":[{"categories":["iban"]}]}""", """{"keep":[{"rows":"2"},{"columns":["A","B"]}],"remove":[{"categories":["iban"]}]}"""]),
        ("pdf", PdfMaker.OnePage(PdfMaker.Line($"IBAN {Iban}") + PdfMaker.Line("words", 600)).Make(), ["""{"remove":[{"categories":["iban"]}]}""", """{"keep":[{"pages":"1"}],"remove":[{"categories":["iban"]}],"as":"text"}"""]),
        ("jpeg", ImageExtractTests.Jpeg, ["""{"keep":[{"pages":"1"}]}"""]),
        ("png", ImageExtractTests.Png, ["""{"keep":[{"pages":"1"}]}"""]),
    ];

    public static TheoryData<string> Names => [.. Formats.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Of_no_spoiled_item_comes_more_than_a_refusal_or_a_clean_extract(string name)
    {
        Task making = Task.Factory.StartNew(() => MakeAll(name), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await making.WaitAsync(TimeSpan.FromMinutes(3));
    }

    private static void MakeAll(string name)
    {
        (_, byte[] item, string[] requests) = Formats.Single(format => format.Name == name);
        ExtractRequest[] parsed = [.. requests.Select(request => ExtractRequest.Parse(Encoding.UTF8.GetBytes(request)))];
        var random = new Random(20261128);
        int made = 0;
        for (int number = 0; number < Files; number++)
        {
            byte[] spoiled = Mutation.Of(item, random);
            ExtractRequest request = parsed[number % parsed.Length];
            using var watch = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            using var destination = new MemoryStream();
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                MadeExtract extract = ExtractMaker.Make(new MemoryStream(spoiled), request, new ExtractLimits { SourceSize = 1 << 20, ExtractSize = 1 << 20 }, destination, watch.Token);
                made++;
                if (name is not ("jpeg" or "png")) IsClean(spoiled, destination.ToArray(), number);
                Prove(spoiled, new Extracted(destination.ToArray(), extract));
            }
            catch (RefusedException refused)
            {
                Assert.StartsWith("extract-", refused.Slug, StringComparison.Ordinal);
                Assert.Equal(0, destination.Length);
            }
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < MostAllocated, $"File {number} took {allocated} bytes.");
        }
        Assert.InRange(made, 20, Files);
    }

    /// <summary>No account that is found in the item is in the extract, packed or not, and none is found in it.</summary>
    private static void IsClean(byte[] item, byte[] extract, int number)
    {
        string all = Plain(Encoding.UTF8.GetString(extract)) + Plain(Encoding.Unicode.GetString(extract)) + Plain(Extracted.Read(extract));
        foreach (string value in Accounts(item))
            Assert.False(all.Contains(Plain(value), StringComparison.OrdinalIgnoreCase), $"File {number} has something left.");
        Assert.Empty(Accounts(extract));
    }

    private static string Plain(string text) => string.Concat(text.Where(unit => !char.IsWhiteSpace(unit)));

    private static List<string> Accounts(byte[] content)
    {
        var found = new List<string>();
        string text = Extracted.Read(content);
        var classifier = new Classifier(DetectorPack.Standard, finding =>
        {
            if (finding is { Category: "iban", Confidence: >= 0.5 }) found.Add(text[(int)finding.Start..(int)finding.End]);
        });
        ItemReader.Read(new MemoryStream(content), classifier, new ReadingLimits(), CancellationToken.None);
        classifier.Complete();
        return found;
    }

    private static void Prove(byte[] original, Extracted extract)
    {
        if (extract.Made.Kind is not { } kind) return;
        using var text = new MemoryStream();
        if (kind == BlockKind.Pages) ItemBlocks.WritePages(new MemoryStream(original), text, CancellationToken.None);
        else text.Write(original);
        extract.IsProvenBy(text.ToArray(), kind);
    }
}
