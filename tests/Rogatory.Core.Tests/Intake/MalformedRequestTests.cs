using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.TestKit;

namespace Rogatory.Core.Tests.Intake;

/// <summary>One wrong thing in a request that is right otherwise, and the one fault that must come of it.</summary>
public sealed class MalformedRequestTests
{
    private static readonly PolicySet Policy = PolicySet.Load();

    /// <summary>Where a value is put, the value as JSON, and the fault's slug and pointer (where it is not where the value is).</summary>
    public static TheoryData<string, string, string, string?> WrongValues
    {
        get
        {
            var rows = new TheoryData<string, string, string, string?>
            {
                { "/legalBasis/instrument", "\"MLAT\"", "unknown-instrument", null },
                { "/legalBasis/instrument", "\"uncac\"", "unknown-instrument", null },
                { "/legalBasis/instrument", "\"\"", "unknown-instrument", null },
                { "/legalBasis/instrument", "46", "wrong-type", null },
                { "/legalBasis/article", "\"46 bis\"", "malformed", null },
                { "/legalBasis/article", "\"\"", "malformed", null },
                { "/legalBasis", "\"UNCAC\"", "wrong-type", null },
                { "/legalBasis", "{}", "required", "/legalBasis/instrument" },
                { "/reference", "\"\"", "malformed", null },
                { "/reference", "\" A-1\"", "malformed", null },
                { "/reference", "\"A-1 \"", "malformed", null },
                { "/reference", "12", "wrong-type", null },
                { "/reference", "null", "wrong-type", null },
                { "/reference", "\"A\\n1\"", "forbidden-character", null },
                { "/authority", "[]", "wrong-type", null },
                { "/authority/role", "\"wizard\"", "unknown-code", null },
                { "/authority/role", "\"\"", "unknown-code", null },
                { "/authority/name", "\"Tab\\there\"", "forbidden-character", null },
                { "/authority/name", "\"a\\u0085b\"", "forbidden-character", null },
                { "/authority/name", "\"a\\u202eb\"", "forbidden-character", null },
                { "/authority/name", "\"a\\u2066b\"", "forbidden-character", null },
                { "/authority/name", "\"a\\u2028b\"", "forbidden-character", null },
                { "/authority/name", "\"a\\ud800b\"", "forbidden-character", null },
                { "/authority/name", "\"a\\udc00\"", "forbidden-character", null },
                { "/authority/name", "\"a\\uffffb\"", "forbidden-character", null },
                { "/authority/name", "\"a\\u007fb\"", "forbidden-character", null },
                { "/proceeding/nature", "\"trial\"", "unknown-code", null },
                { "/purpose", "\"curiosity\"", "unknown-code", null },
                { "/purpose", "[\"prosecution\"]", "wrong-type", null },
                { "/facts", "\"one\\r\\ntwo\"", "forbidden-character", null },
                { "/facts", "\"\\u0000\"", "forbidden-character", null },
                { "/facts", "\"\\u001b[31m\"", "forbidden-character", null },
                { "/facts", "null", "wrong-type", null },
                { "/offences", "{}", "wrong-type", null },
                { "/offences/0", "\"bribery\"", "wrong-type", null },
                { "/offences/0/maxPenaltyYears", "\"10\"", "wrong-type", null },
                { "/offences/0/maxPenaltyYears", "-1", "out-of-range", null },
                { "/offences/0/maxPenaltyYears", "101", "out-of-range", null },
                { "/offences/0/maxPenaltyYears", "1e999", "out-of-range", null },
                { "/offences/0/political", "\"no\"", "wrong-type", null },
                { "/offences/0/fiscal", "0", "wrong-type", null },
                { "/assistance/0/kind", "\"torture\"", "unknown-code", null },
                { "/persons/0/nationality", "\"fr\"", "unknown-state", null },
                { "/persons/0/nationality", "\"FRA\"", "unknown-state", null },
                { "/persons/0/nationality", "\"ZZ\"", "unknown-state", null },
                { "/persons/0/nationality", "\"UK\"", "unknown-state", null },
                { "/persons/1/nationality", "\"EU\"", "unknown-state", null },
                { "/persons/0/born", "\"1980-13-02\"", "not-a-date", null },
                { "/persons/0/born", "\"1980-02-30\"", "not-a-date", null },
                { "/persons/0/born", "\"02.03.1980\"", "not-a-date", null },
                { "/persons/0/born", "\"1980-3-2\"", "not-a-date", null },
                { "/persons/0/born", "\"0001-01-01\"", "not-a-date", null },
                { "/persons/0/minor", "\"false\"", "wrong-type", null },
                { "/persons/0/role", "\"villain\"", "unknown-code", null },
                { "/persons/0/name", "\"a\\u0000b\"", "forbidden-character", null },
                { "/urgency", "\"URGENT\"", "unknown-code", null },
                { "/respondBy", "\"2027-01-31T00:00:00Z\"", "not-a-date", null },
                { "/respondBy", "\"9999-12-31\"", "not-a-date", null },
                { "/respondBy", "20270131", "wrong-type", null },
                { "/confidential", "\"yes\"", "wrong-type", null },
                { "/handling", "\"H9\"", "unknown-code", null },
                { "/dataCategories", "\"identity\"", "wrong-type", null },
                { "/dataCategories/0", "\"gossip\"", "unknown-code", null },
                { "/dataCategories/0", "7", "wrong-type", null },
                { "/dataCategories/0", "\"\\ud800\"", "unknown-code", null },
                { "/dataCategories/0", "\"identity\"", "duplicate", "/dataCategories/1" },
                { "/items", "{}", "wrong-type", null },
                { "/items/0", "null", "wrong-type", null },
                { "/items/0/id", "\"request\"", "malformed", null },
                { "/items/0/id", "\"statement.findings\"", "malformed", null },
                { "/items/0/id", "\"../x\"", "malformed", null },
                { "/items/0/id", "\"Statement\"", "malformed", null },
                { "/items/1/id", "\"statement\"", "duplicate", null },
                { "/items/0/type", "\"text\"", "malformed", null },
                { "/items/0/type", "\"text/\"", "malformed", null },
                { "/items/0/type", "\"/csv\"", "malformed", null },
                { "/items/0/type", "\"text/csv; charset=utf-8\"", "malformed", null },
                { "/items/0/type", "\"text/a/b\"", "malformed", null },
                { "/items/0/size", "-1", "out-of-range", null },
                { "/items/0/size", "1.0", "out-of-range", null },
                { "/items/0/size", "1e3", "out-of-range", null },
                { "/items/0/size", "1099511627777", "out-of-range", null },
                { "/items/0/size", "99999999999999999999", "out-of-range", null },
                { "/items/0/size", "\"12\"", "wrong-type", null },
                { "/items/0/sha256", $"\"{new string('A', 64)}\"", "malformed", null },
                { "/items/0/sha256", $"\"{new string('a', 63)}\"", "malformed", null },
                { "/items/0/sha256", $"\"{new string('a', 65)}\"", "malformed", null },
            };
            foreach (string name in UnsafeNames)
                rows.Add("/items/0/name", JsonValue.Create(name).ToJsonString(), "unsafe-name", null);
            foreach (string name in new[] { "a\nb", "a\0b", "\u202efdp.exe" })
                rows.Add("/items/0/name", JsonValue.Create(name).ToJsonString(), "forbidden-character", null);
            return rows;
        }
    }

    public static TheoryData<string> Required =>
        ["/reference", "/legalBasis/instrument", "/items", "/items/0/id", "/items/0/name", "/items/0/type", "/items/0/size", "/items/0/sha256"];

    public static TheoryData<string> Objects =>
        ["", "/authority", "/proceeding", "/legalBasis", "/offences/0", "/assistance/0", "/persons/0", "/items/0"];

    private static string[] UnsafeNames =>
    [
        "", ".", "..", ".hidden", "../x", "a/b", "/etc/passwd", "a\\b", "C:x", "c:\\x", "a..b", "a.", " a", "a ", "a\u00a0", "CON", "con.txt", "Nul.tar.gz",
        "aux", "PRN.pdf", "COM1", "lpt9.txt", "COM\u00b9.txt", "con .txt", "a<b", "a>b", "a\"b", "a|b", "a?b", "a*b", new('a', 256), new('\u00e9', 128),
    ];

    [Theory]
    [MemberData(nameof(WrongValues))]
    public void A_wrong_value_is_refused_at_its_pointer(string at, string json, string slug, string? pointer)
    {
        RequestFault fault = Assert.Single(FaultsOf(With(at, json)));
        Assert.Equal((pointer ?? at, slug), (fault.Pointer, fault.Slug));
    }

    [Theory]
    [MemberData(nameof(Required))]
    public void A_required_member_that_is_left_out_is_refused_at_its_pointer(string at)
    {
        RequestFault fault = Assert.Single(FaultsOf(With(at, null)));
        Assert.Equal((at, "required"), (fault.Pointer, fault.Slug));
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void An_unknown_member_is_refused_in_every_object(string at)
    {
        RequestFault fault = Assert.Single(FaultsOf(With($"{at}/extra1", "{\"deep\":[1,2]}")));
        Assert.Equal(($"{at}/extra1", "unknown-member"), (fault.Pointer, fault.Slug));
    }

    [Theory]
    [InlineData("Jean Exemple")]
    [InlineData("a/b~c")]
    [InlineData("\u202e")]
    [InlineData("")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void An_unknown_member_whose_name_could_carry_content_is_not_repeated(string name)
    {
        JsonObject tree = SampleRequests.ReadTree("uncac-bank-records");
        tree["authority"]![name] = 1;
        Assert.Equal("/authority", Assert.Single(FaultsOf(SampleRequests.ToBytes(tree))).Pointer);
    }

    [Theory]
    [InlineData("""{"\ud800":1,"reference":"A","legalBasis":{"instrument":"EIO"},"items":[]}""", "", "unknown-member")]
    [InlineData("""{"reference":"A","reference":"B","legalBasis":{"instrument":"EIO"},"items":[]}""", "/reference", "duplicate-member")]
    [InlineData("""{"reference":"A","\u0072eference":"B","legalBasis":{"instrument":"EIO"},"items":[]}""", "/reference", "duplicate-member")]
    [InlineData("""{"reference":"A","legalBasis":{"instrument":"EIO","instrument":"EIO"},"items":[]}""", "/legalBasis/instrument", "duplicate-member")]
    [InlineData("""{"Reference":"A","reference":"A","legalBasis":{"instrument":"EIO"},"items":[]}""", "/Reference", "unknown-member")]
    public void Members_that_are_unknown_or_stand_twice_are_refused(string json, string pointer, string slug)
    {
        RequestFault fault = Assert.Single(FaultsOf(Encoding.UTF8.GetBytes(json)));
        Assert.Equal((pointer, slug), (fault.Pointer, fault.Slug));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{\"reference\":\"A\",}")]
    [InlineData("// comment\n{}")]
    [InlineData("{'reference':'A'}")]
    [InlineData("{\"reference\":NaN}")]
    [InlineData("\ufeff{}")]
    public void What_is_no_JSON_is_refused_as_a_whole(string json) => IsRefusedWhole(Encoding.UTF8.GetBytes(json), "malformed-json");

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"request\"")]
    [InlineData("12")]
    public void JSON_that_is_no_object_is_refused_as_a_whole(string json) => IsRefusedWhole(Encoding.UTF8.GetBytes(json), "wrong-type");

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused_as_a_whole()
    {
        byte[] bytes = """{"reference":"A?","legalBasis":{"instrument":"EIO"},"items":[]}"""u8.ToArray();
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xff;
        IsRefusedWhole(bytes, "malformed-json");
    }

    [Fact]
    public void Nesting_is_refused_from_17_levels_and_ten_megabytes_of_it_before_they_are_read()
    {
        Assert.Equal("wrong-type", Assert.Single(FaultsOf(Nested(16))).Slug);
        IsRefusedWhole(Nested(17), "malformed-json");
        IsRefusedWhole(Nested(300_000), "malformed-json");
        IsRefusedWhole(Nested(5_000_000), "too-large");
    }

    [Fact]
    public void A_document_has_at_most_a_mebibyte()
    {
        byte[] sample = SampleRequests.Read("uncac-bank-records");
        byte[] padded = new byte[RequestLimits.MostBytes + 1];
        padded.AsSpan().Fill((byte)' ');
        sample.CopyTo(padded, 0);
        Assert.Empty(FaultsOf(padded.AsMemory(0, RequestLimits.MostBytes)));
        IsRefusedWhole(padded, "too-large");
    }

    [Theory]
    [InlineData("/reference", RequestLimits.MostReferenceLength)]
    [InlineData("/authority/name", RequestLimits.MostLineLength)]
    [InlineData("/persons/0/name", RequestLimits.MostLineLength)]
    [InlineData("/facts", RequestLimits.MostProseLength)]
    [InlineData("/assistance/0/description", RequestLimits.MostProseLength)]
    public void A_text_has_at_most_its_length(string at, int most)
    {
        Assert.Empty(FaultsOf(With(at, $"\"{new string('x', most)}\"")));
        Assert.Equal("too-long", Assert.Single(FaultsOf(With(at, $"\"{new string('x', most + 1)}\""))).Slug);
    }

    [Theory]
    [InlineData("items", RequestLimits.MostItems)]
    [InlineData("persons", RequestLimits.MostPersons)]
    [InlineData("offences", RequestLimits.MostEntries)]
    [InlineData("assistance", RequestLimits.MostEntries)]
    public void An_array_has_at_most_its_number_of_entries(string array, int most)
    {
        JsonObject tree = SampleRequests.ReadTree("uncac-bank-records");
        JsonNode entry = tree[array]![0]!.DeepClone();
        JsonArray Repeat(int count) => [.. Enumerable.Range(0, count).Select(n =>
        {
            JsonNode copy = entry.DeepClone();
            if (array == "items")
                copy["id"] = $"item-{n}";
            return copy;
        })];

        tree[array] = Repeat(most);
        Assert.Empty(FaultsOf(SampleRequests.ToBytes(tree)));
        tree[array] = Repeat(most + 1);
        RequestFault fault = Assert.Single(FaultsOf(SampleRequests.ToBytes(tree)));
        Assert.Equal(($"/{array}", "too-many"), (fault.Pointer, fault.Slug));
    }

    [Fact]
    public void All_faults_are_found_at_once_up_to_fifty()
    {
        JsonObject tree = SampleRequests.ReadTree("uncac-bank-records");
        tree.Remove("reference");
        tree["urgency"] = "soon";
        tree["items"]![0]!["size"] = -1;
        Assert.Equal(["/reference", "/urgency", "/items/0/size"], FaultsOf(SampleRequests.ToBytes(tree)).Select(fault => fault.Pointer));

        tree["persons"] = new JsonArray([.. Enumerable.Range(0, 100).Select(_ => new JsonObject { ["nationality"] = "XX" })]);
        Assert.Equal(RequestLimits.MostFaults, FaultsOf(SampleRequests.ToBytes(tree)).Count);
    }

    [Theory]
    [InlineData("/facts", "\"two\\nlines,\\ta tab\"")]
    [InlineData("/facts", "\"\"")]
    [InlineData("/authority/name", "\"\u05d1\u05d9\u05ea \u05de\u05e9\u05e4\u05d8 \\ud83d\\ude00\"")]
    [InlineData("/items/0/name", "\"\u0441\u0447\u0451\u0442 \u2116 5 (1).tar.gz\"")]
    [InlineData("/items/0/name", "\"console.txt\"")]
    [InlineData("/items/0/name", "\"COM10.txt\"")]
    [InlineData("/items/0/type", "\"application/vnd.api+json\"")]
    [InlineData("/items/0/size", "0")]
    [InlineData("/items/0/size", "1099511627776")]
    [InlineData("/offences/0/maxPenaltyYears", "0.5")]
    [InlineData("/persons/0/nationality", "\"XK\"")]
    public void What_looks_odd_but_is_right_is_accepted(string at, string json) => Assert.Empty(FaultsOf(With(at, json)));

    [Fact]
    public void No_fault_repeats_what_was_sent()
    {
        string[] members =
        [
            "/urgency", "/handling", "/legalBasis/instrument", "/legalBasis/article", "/persons/0/nationality", "/persons/0/born",
            "/items/0/id", "/items/0/sha256", "/items/0/type", "/offences/0/political", "/dataCategories/0",
        ];
        foreach (string at in members)
        {
            RequestFault fault = Assert.Single(FaultsOf(With(at, "\"Zq9 Marker\"")));
            Assert.DoesNotContain("Zq9", fault.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    private static void IsRefusedWhole(ReadOnlyMemory<byte> utf8, string slug)
    {
        RequestFault fault = Assert.Single(FaultsOf(utf8));
        Assert.Equal(("", slug), (fault.Pointer, fault.Slug));
    }

    private static IReadOnlyList<RequestFault> FaultsOf(ReadOnlyMemory<byte> utf8)
    {
        bool read = RequestDocument.TryParse(utf8, Policy, out RequestDocument? document, out IReadOnlyList<RequestFault> faults);
        Assert.Equal(read, faults.Count == 0);
        Assert.Equal(read, document is not null);
        return faults;
    }

    private static byte[] Nested(int levels) => Encoding.ASCII.GetBytes(new string('[', levels) + new string(']', levels));

    /// <summary>The complete sample with one member set to the JSON text, or removed. Done on text, since values can be what a tree cannot hold.</summary>
    private static byte[] With(string pointer, string? json)
    {
        const string hole = "\"@hole@\"";
        JsonNode tree = SampleRequests.ReadTree("uncac-bank-records");
        string[] path = pointer.Split('/')[1..];
        JsonNode parent = path[..^1].Aggregate(tree, (node, step) => node is JsonArray array ? array[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!);
        if (parent is JsonArray list)
            list[int.Parse(path[^1], CultureInfo.InvariantCulture)] = "@hole@";
        else if (json is null)
            parent.AsObject().Remove(path[^1]);
        else
            parent[path[^1]] = "@hole@";
        return Encoding.UTF8.GetBytes(tree.ToJsonString().Replace(hole, json ?? "", StringComparison.Ordinal));
    }
}
