using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Rogatory.Bench;

/// <summary>What disclosing an item costs the program itself, from the last approval until it can be collected: by key, so the same for any size.</summary>
internal static class DisclosureBench
{
    private const string Why = "Necessary for the proceedings there, and no more than was asked for.";
    // Storage takes a while for a large block, and asks for nothing meanwhile.
    private const int LongestBlock = 50;

    private const long Gibibyte = 1L << 30;

    private static readonly string Facts = $$$"""
        {
          "sender": {"kind": "competent-public-authority"},
          "recipient": {"kind": "competent-authority", "acceptsUseLimits": true},
          "instrument": {"bindsBothStates": true, "otherTreaty": "none", "subjectMatter": ["corruption"]},
          "request": {"dataCategories": ["bank-records"], "coerciveMeasure": false, "formMet": true, "confidentialityAsked": false},
          "purposes": ["prosecution"], "use": "as-requested", "origin": {"kind": "own"},
          "necessity": {"value": true, "reasons": "{{{Why}}}"},
          "data": {"categories": ["bank-records"], "subjects": ["suspect"], "accuracyIndicated": true, "adequateRelevantNotExcessive": {"value": true, "reasons": "{{{Why}}}"}},
          "grounds": {"dualCriminality": {"value": true, "reasons": "{{{Why}}}"}},
          "found": {"unreadReviewed": {"value": true, "reasons": "{{{Why}}}"}}
        }
        """;

    public static async Task RunAsync(ResultTable table, int rounds)
    {
        string facts = Path.GetTempFileName();
        await File.WriteAllTextAsync(facts, Facts);
        byte[] piece = RandomNumberGenerator.GetBytes(1 << 20);
        await using LocalSystem system = await LocalSystem.StartAsync();
        string small = await AcceptedAsync(system, "small", piece, 1024);
        string large = await AcceptedAsync(system, "large", piece, Gibibyte);
        await DiscloseAsync(system, small, facts);

        List<Cost> ofSmall = [], ofLarge = [];
        for (int round = 0; round < rounds; round++)
        {
            ofSmall.Add(await DiscloseAsync(system, small, facts));
            ofLarge.Add(await DiscloseAsync(system, large, facts));
        }

        File.Delete(facts);
        table.Add("CPU time to disclose 1 KiB", Measure.Median([.. ofSmall.Select(one => one.Milliseconds)]), "ms");
        table.Add("CPU time to disclose 1 GiB", Measure.Median([.. ofLarge.Select(one => one.Milliseconds)]), "ms");
        table.AtMost("CPU time, 1 GiB / 1 KiB", Ratio(one => one.Milliseconds), "ratio", 1.5);
        table.AtMost("bytes through the process, 1 GiB / 1 KiB", Ratio(one => one.Bytes), "ratio", 1.5);

        double Ratio(Func<Cost, double> of) => Measure.Median([.. ofLarge.Select(of)]) / Measure.Median([.. ofSmall.Select(of)]);
    }

    private static async Task<string> AcceptedAsync(LocalSystem system, string reference, byte[] piece, long size)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (long left = size; left > 0; left -= piece.Length)
            hash.AppendData(piece.AsSpan(0, (int)Math.Min(left, piece.Length)));
        byte[] digest = hash.GetHashAndReset();
        string @case = await system.OpenAsync(reference, size, digest);
        using HttpContent content = size < piece.Length ? new ByteArrayContent(piece, 0, (int)size) : new RepeatedContent(piece, size);
        await system.PutAsync(@case, content, digest);
        await UploadBench.QuietAsync(system);
        await system.OfficerAsync(
            "bench-officer", "reviewer", "case", "decide", @case, "--decision", "accept", "--ground", "complete-and-lawful", "--citation", "UNCAC art. 46", "--reasons", Why);
        await system.OfficerAsync("bench-officer", "reviewer", "risk", @case, "--wait");
        return @case;
    }

    private static async Task<Cost> DiscloseAsync(LocalSystem system, string @case, string facts)
    {
        string proposed = await system.OfficerAsync(
            "bench-officer", "reviewer", "disclosure", "propose", @case, "--item", "image", "--to", "fr-bench", "--facts", facts);
        string id = JsonDocument.Parse(proposed).RootElement.GetProperty("disclosure").GetString()!;
        await UploadBench.QuietAsync(system, LongestBlock);
        Cost before = CostOf(system.HostProcess);
        await system.OfficerAsync("bench-approver", "approver", "disclosure", "approve", id, "--reasons", Why);
        await UploadBench.QuietAsync(system, LongestBlock);
        Cost after = CostOf(system.HostProcess);
        return new Cost(after.Milliseconds - before.Milliseconds, after.Bytes - before.Bytes);
    }

    private static Cost CostOf(Process process)
    {
        process.Refresh();
        Dictionary<string, long> io = File.ReadLines($"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/io")
            .Select(line => line.Split(": ")).ToDictionary(parts => parts[0], parts => long.Parse(parts[1], CultureInfo.InvariantCulture));
        return new Cost(process.TotalProcessorTime.TotalMilliseconds, io["rchar"] + io["wchar"]);
    }

    private sealed record Cost(double Milliseconds, double Bytes);
}
