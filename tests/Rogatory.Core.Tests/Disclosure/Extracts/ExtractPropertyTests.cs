using System.Text;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

/// <summary>What holds for every table and request, drawn from a fixed seed.</summary>
public sealed class ExtractPropertyTests
{
    private static readonly string[] Cells =
        ["", "a", "\"q;u\noted\"", "\"do\"\"ubled\"", "half \"quoted", "\"open, then\" more", "DE89370400440532013000", "GB82 WEST 1234 5698 7654 32", "Jonas Feldmann", "x,y", "12.50", "é", "\"DE89 3704 0044 0532 0130 00\"", "'", "|", "=1+1"];

    [Fact]
    public void Without_its_changed_blocks_an_extract_is_kept_blocks_of_the_original_in_order()
    {
        var random = new Random(4711);
        int made = 0;
        for (int number = 0; number < 1500; number++)
        {
            string table = Table(random, out int rows);
            byte[] bytes = Encoding.UTF8.GetBytes(table);
            try
            {
                Extracted extract = Extracted.Of(bytes, Request(random, rows, table.Length));
                made++;
                if (extract.Made.Kind is { } kind) extract.IsProvenBy(bytes, kind);
                Assert.DoesNotContain("DE893704", extract.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            }
            catch (RefusedException refused)
            {
                Assert.StartsWith("extract-", refused.Slug, StringComparison.Ordinal);
            }
        }
        Assert.InRange(made, 300, 1500);
    }

    [Fact]
    public void The_same_item_and_request_give_the_same_extract()
    {
        byte[] item = Encoding.UTF8.GetBytes("name;iban\nAda Brandt;DE89370400440532013000\nMax Vogel;x\n");
        string request = """{"remove":[{"categories":["iban","person-name"]}]}""";
        Assert.Equal(Extracted.Of(item, request).Bytes, Extracted.Of(item, request).Bytes);
    }

    [Theory]
    [InlineData(4, 45, """{"remove":[{"categories":["person-name","iban"]}]}""")]
    [InlineData(16, 45, """{"keep":[{"rows":"1-10"}],"remove":[{"categories":["person-name"]}]}""")]
    public void A_large_table_takes_bounded_time(int mebibytes, int seconds, string request)
    {
        byte[] item = Large(mebibytes << 20);
        using var watch = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        using var destination = new MemoryStream();
        MadeExtract made = ExtractMaker.Make(new MemoryStream(item), ExtractRequest.Parse(Encoding.UTF8.GetBytes(request)), new ExtractLimits(), destination, watch.Token);
        Assert.InRange(made.Marks["person-name"], 10, int.MaxValue);
        Assert.Equal(BlockKind.Rows, made.Kind);
    }

    private static byte[] Large(int size)
    {
        var random = new Random(7);
        string[] first = ["Jonas", "Maria", "Sofie", "Anton", "Clara", "Emil", "Greta", "Paul"], last = ["Feldmann", "Keller", "Brandt", "Vogel", "Lindner", "Sommer", "Richter", "Pohl"];
        using var table = new MemoryStream();
        table.Write("date;account holder;IBAN;amount;reference number\n"u8);
        while (table.Length < size)
        {
            long account = random.NextInt64(1_000_000_000);
            table.Write(Encoding.ASCII.GetBytes($"2026-03-{random.Next(1, 29):D2};{first[random.Next(8)]} {last[random.Next(8)]}{(char)('a' + random.Next(26))}{(char)('a' + random.Next(26))};{IbanOf(account % 20_000)};{random.Next(100_000) / 100.0:F2};booked in the usual way, no question\n"));
        }
        return table.ToArray();
    }

    /// <summary>A German account with its check digits (ISO 7064).</summary>
    private static string IbanOf(long account)
    {
        string number = $"37040044{account:D10}";
        int rest = 0;
        foreach (char digit in $"{number}131400") rest = ((rest * 10) + digit - '0') % 97;
        return $"DE{98 - rest:D2}{number}";
    }

    private static string Table(Random random, out int rows)
    {
        int columns = random.Next(2, 5);
        rows = random.Next(2, 12);
        string end = random.Next(2) == 0 ? "\n" : "\r\n";
        var table = new StringBuilder(random.Next(3) == 0 ? "\uFEFF" : "");
        if (random.Next(2) == 0) table.Append(string.Join(';', "name;iban;note;more".Split(';').Take(columns))).Append(end);
        for (int row = 0; row < rows; row++)
        {
            table.Append(string.Join(';', Enumerable.Range(0, columns).Select(_ => Cells[random.Next(Cells.Length)])));
            if (row < rows - 1 || random.Next(2) == 0) table.Append(end);
        }
        return table.ToString();
    }

    private static string Request(Random random, int rows, int length)
    {
        List<string> keep = [], remove = ["""{"categories":["iban"]}"""];
        if (random.Next(2) == 0) keep.Add($$"""{"rows":"{{random.Next(1, rows + 1)}}-{{rows}}"}""");
        if (random.Next(4) == 0) keep.Add("""{"columns":["1","2"]}""");
        if (random.Next(3) == 0) remove.Add($$"""{"rows":"{{random.Next(1, rows + 1)}}"}""");
        if (random.Next(5) == 0) remove.Add("""{"columns":["B"]}""");
        if (random.Next(4) == 0) remove.Add("""{"header":true}""");
        if (random.Next(4) == 0)
        {
            int start = random.Next(length);
            remove.Add($$"""{"spans":[[{{start}},{{start + random.Next(1, 30)}}]]}""");
        }
        return keep.Count == 0 ? $$"""{"remove":[{{string.Join(',', remove)}}]}""" : $$"""{"keep":[{{string.Join(',', keep)}}],"remove":[{{string.Join(',', remove)}}]}""";
    }
}
