using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Access.Signatures;
using Rogatory.TestKit;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>Whatever is sent, the answer is never that the fault is ours.</summary>
[Collection(SystemCollection.Name)]
public sealed class HostileInputTests(SystemUnderTest system)
{
    private const int Letters = 250;
    private const int Decisions = 120;
    private const int Entries = 80;

    private static readonly string[] Splices =
    [
        "null", "\"\\ud800\"", "\"\\u0000\"", "1e999", "-1", "9223372036854775808", "[[[[[[[[[[[[[[[[[[", "{}", "[]", "\"\"", "\ufeff", "\u202e", "/*", "true",
        "\"9999-12-31T23:59:59Z\"", "\"0001-01-01T00:00:00+14:00\"",
    ];

    private Callers Callers => system.Callers;

    [Fact]
    public async Task Mutated_letters_decisions_and_entries_are_never_answered_5xx()
    {
        var random = new Random(20261122);
        byte[] letter = SampleRequests.ToBytes(Letter.Declaring(("statement", Material.Of(10))));
        byte[] decision = Encoding.UTF8.GetBytes("""{"decision":"clarify","ground":"incomplete","citation":"UNCAC art. 46","reasons":"As the file shows."}""");
        byte[] entry = SampleRequests.ToBytes(Callers.Stranger.Entry());
        string @case = await Callers.CompleteAsync(("statement", Material.Of(10)));
        Officer reviewer = Callers.Officer(), admin = Callers.Officer("admin");
        List<Func<Task<Answer>>> calls =
        [
            .. Mutations(random, letter, Letters).Select(body => (Func<Task<Answer>>)(() => Callers.Partner.PostAsync(body))),
            .. Mutations(random, decision, Decisions).Select(body => (Func<Task<Answer>>)(() => reviewer.PostAsync($"/cases/{@case}/decisions", body))),
            .. Mutations(random, entry, Entries).Select(body => (Func<Task<Answer>>)(() => admin.PostAsync("/partners/xx-mutant/proposals", body))),
        ];

        var wrong = new List<string>();
        await Parallel.ForEachAsync(calls, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (call, _) =>
        {
            Answer answer = await call();
            if (answer.Status is not (200 or 201 or 400 or 401 or 409 or 413)) lock (wrong) wrong.Add($"{answer.Status} {answer.Text}");
        });

        Assert.Empty(wrong);
        await Callers.LedgerAsync(@case);
    }

    [Theory]
    [InlineData("/api/v1/requests/../../../etc/passwd")]
    [InlineData("/api/v1/requests/%2e%2e/%2e%2e/keys")]
    [InlineData("/api/v1/requests/..%2f..%2fledger")]
    [InlineData("/api/v1/requests/%00")]
    [InlineData("/api/v1/requests/%0d%0aX:%20y")]
    [InlineData("/api/v1/requests/%c0%ae%c0%ae")]
    [InlineData("/api/v1/requests/%zz")]
    [InlineData("/api/v1/requests/%")]
    [InlineData("/api/v1/requests//items//")]
    [InlineData("/api/v1/requests/0000-0000-0000/items/..%5c..")]
    [InlineData("/api/v1/cases/partners")]
    [InlineData("/api/v1/cases/partners/ledger")]
    [InlineData("/api/v1/cases/..%2fpartners/ledger")]
    [InlineData("/api/v1/cases/%2e%2e%2fpartners")]
    [InlineData("/api/v1/cases/0000-0000-0000/items/%2e%2e%2frequest/content")]
    [InlineData("/api/v1/cases/0000-0000-0000/items/a%00b/content")]
    [InlineData("/api/v1/cases?stage=%00&dueBefore=%ff")]
    [InlineData("/api/v1/cases?stage[]=a&stage=b")]
    [InlineData("/api/v1/partners/..%2f..%2fcases")]
    [InlineData("/%")]
    [InlineData("//")]
    [InlineData("*")]
    [InlineData("http://elsewhere.example/api/v1/cases")]
    public async Task A_trick_in_a_path_finds_nothing(string target)
    {
        string token = Callers.Officer("reviewer,admin,auditor").Token;
        foreach (string method in (string[])["GET", "PUT", "POST", "DELETE", "TRACE", "OPTIONS"])
        {
            using RawConnection connection = await RawConnection.OpenAsync(system.Origin);
            await connection.SendHeadAsync(method, target, new Dictionary<string, string>
            {
                ["Authorization"] = $"Bearer {token}",
                ["Rogatory-Justification"] = "a justification of some length",
                ["Content-Length"] = "0",
                ["Connection"] = "close",
            });
            Answer answer = await connection.ReadAsync();
            Assert.True(answer.Status is >= 400 and < 500 || target == "http://elsewhere.example/api/v1/cases", $"{method} {target}: {answer.Status} {answer.Text}");
        }
    }

    [Fact]
    public async Task A_field_that_makes_no_sense_is_never_answered_5xx()
    {
        string @case = await Callers.OpenAsync(("statement", Material.Of(10)));
        string path = $"/api/v1/requests/{@case}/items/statement";
        var good = Callers.Partner.Sign("PUT", path, ContentDigest.Of(Material.Of(10)));
        foreach (var (name, value) in new (string, string)[]
        {
            ("Signature-Input", "sig=();created=99999999999999999999"), ("Signature-Input", new string('(', 5000)), ("Signature", "sig=:" + new string('A', 6000) + ":"),
            ("Signature", "sig=:====:"), ("Content-Digest", "sha-256=:AAAA:"), ("Content-Digest", "md5=:AAAA:"), ("Content-Length", "-1"), ("Content-Length", "9223372036854775808"),
            ("Content-Length", "9223372036854775807"), ("Rogatory-Partner", "\u00ff\u00fe"), ("Expect", "the unexpected"), ("Transfer-Encoding", "gzip"),
        })
        {
            using RawConnection connection = await RawConnection.OpenAsync(system.Origin);
            var fields = new Dictionary<string, string>(good, StringComparer.OrdinalIgnoreCase) { ["Content-Length"] = "10", ["Connection"] = "close", [name] = value };
            await connection.SendHeadAsync("PUT", path, fields);
            if (fields["Content-Length"] == "10") await connection.SendAsync(Material.Of(10, seed: 9));
            Answer answer = await connection.ReadAsync();
            Assert.True(answer.Status is >= 400 and < 500, $"{name}: {value}: {answer.Status} {answer.Text}");
        }

        Assert.Empty((await Callers.LedgerAsync(@case)).Sealed);
    }

    private static IEnumerable<byte[]> Mutations(Random random, byte[] whole, int count) =>
        Enumerable.Range(0, count).Select(_ =>
        {
            List<byte> bytes = [.. whole];
            for (int change = random.Next(1, 4); change > 0 && bytes.Count > 0; change--)
                Mutate(random, bytes);
            return bytes.ToArray();
        }).ToList();

    private static void Mutate(Random random, List<byte> bytes)
    {
        int at = random.Next(bytes.Count);
        int length = Math.Min(random.Next(1, 30), bytes.Count - at);
        switch (random.Next(5))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 3:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Splices[random.Next(Splices.Length)]));
                break;
            default:
                ReplaceValue(random, bytes);
                break;
        }
    }

    // Puts something else where a value stands, so that what follows the reader of JSON is reached as well.
    private static void ReplaceValue(Random random, List<byte> bytes)
    {
        List<int> colons = [.. Enumerable.Range(0, bytes.Count).Where(at => bytes[at] == ':')];
        if (colons.Count == 0) return;
        int start = colons[random.Next(colons.Count)] + 1;
        int end = start;
        while (end < bytes.Count && bytes[end] is not ((byte)',' or (byte)'}' or (byte)']')) end++;
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, Encoding.UTF8.GetBytes(Splices[random.Next(Splices.Length)]));
    }
}
