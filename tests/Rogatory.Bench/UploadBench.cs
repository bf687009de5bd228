using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Azure.Storage.Blobs;

namespace Rogatory.Bench;

/// <summary>Sending an item through the front door, beside a plain upload of the same bytes through the same gate.</summary>
internal static class UploadBench
{
    private const long Gibibyte = 1L << 30;
    private const double Mebibyte = 1 << 20;

    public static async Task RunAsync(ResultTable table, int rounds)
    {
        byte[] piece = RandomNumberGenerator.GetBytes(8 << 20);
        byte[] digest = DigestOf(piece, Gibibyte);
        List<double> ours = [], plain = [];
        double growth = 0;
        for (int round = 0; round < rounds; round++)
        {
            // Each round has storage of its own, so that none pays for what an earlier one left in memory.
            await using LocalSystem system = await LocalSystem.StartAsync();
            await PutAsync(system, "warm", piece, piece.Length, SHA256.HashData(piece));
            // They take turns at going first: storage in memory is slower for whoever comes second.
            bool plainFirst = round % 2 == 0;
            if (plainFirst)
                plain.Add(await Measure.SecondsAsync(() => PlainAsync(system, piece)));
            double before = ResetPeak(system.HostProcess);
            ours.Add(await PutAsync(system, "measured", piece, Gibibyte, digest));
            growth = Math.Max(growth, Peak(system.HostProcess) - before);
            if (!plainFirst)
                plain.Add(await Measure.SecondsAsync(() => PlainAsync(system, piece)));
        }

        table.Add("plain upload of 1 GiB through the gate", 1 / Measure.Median(plain), "GiB/s");
        table.Add("PUT of a 1 GiB item through the host", 1 / Measure.Median(ours), "GiB/s");
        table.AtLeast("PUT of 1 GiB / plain upload", Measure.Median(plain) / Measure.Median(ours), "ratio", 0.8);
        table.AtMost("host memory grown by a PUT of 1 GiB, at most", growth, "MiB", 96);

        await using LocalSystem large = await LocalSystem.StartAsync();
        await PutAsync(large, "warm", piece, piece.Length, SHA256.HashData(piece));
        double start = ResetPeak(large.HostProcess);
        await PutAsync(large, "large", piece, 4 * Gibibyte, DigestOf(piece, 4 * Gibibyte));
        double largeGrowth = Peak(large.HostProcess) - start;
        table.AtMost("host memory grown by a PUT of 4 GiB", largeGrowth, "MiB", 96);
        table.AtMost("host memory, 4 GiB over 1 GiB", largeGrowth - growth, "MiB", 8);
        await CountAsync(table, large, piece);
    }

    private static async Task CountAsync(ResultTable table, LocalSystem system, byte[] piece)
    {
        byte[] digest = SHA256.HashData(piece);
        await QuietAsync(system);
        long before = await TotalAsync(system);
        string @case = await system.OpenAsync("counted", piece.Length, digest);
        long opened = await QuietAsync(system);
        table.Add("blob operations to open a request, flow included", opened - before, "calls");
        await system.PutAsync(@case, new ByteArrayContent(piece), digest);
        long blocks = 2;
        long sent = await QuietAsync(system);
        table.Add("blob operations to seal the last item, flow and receipt included", sent - opened - blocks, "calls");

        string two = await system.OpenTwoAsync("counted-2", piece.Length, digest);
        opened = await QuietAsync(system);
        await system.PutAsync(two, new ByteArrayContent(piece), digest);
        sent = await QuietAsync(system);
        table.AtMost("blob operations an item beyond its blocks, flow included", sent - opened - blocks, "calls", 8);
    }

    // The flow has come to rest when the count stands still.
    internal static async Task<long> QuietAsync(LocalSystem system, int tenths = 8)
    {
        long last = -1;
        for (int still = 0; still < tenths;)
        {
            long now = await TotalAsync(system);
            still = now == last ? still + 1 : 0;
            last = now;
            await Task.Delay(100);
        }

        return last;
    }

    private static async Task<long> TotalAsync(LocalSystem system) => (await system.OperationsAsync()).Values.Sum();

    private static async Task<double> PutAsync(LocalSystem system, string reference, byte[] piece, long size, byte[] digest)
    {
        string @case = await system.OpenAsync(reference, size, digest);
        using var content = new RepeatedContent(piece, size);
        return await Measure.SecondsAsync(() => system.PutAsync(@case, content, digest));
    }

    private static async Task PlainAsync(LocalSystem system, byte[] piece)
    {
        BlobContainerClient container = new BlobServiceClient(system.StorageConnection).GetBlobContainerClient("plain");
        await container.CreateIfNotExistsAsync();
        await using Stream content = RepeatedContent.Open(piece, Gibibyte);
        await container.GetBlobClient("plain").UploadAsync(content, overwrite: true);
    }

    private static byte[] DigestOf(byte[] piece, long size)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (long at = 0; at < size; at += piece.Length)
            hash.AppendData(piece);
        return hash.GetHashAndReset();
    }

    private static double ResetPeak(Process process)
    {
        File.WriteAllText($"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/clear_refs", "5");
        return Peak(process);
    }

    private static double Peak(Process process)
    {
        string line = File.ReadLines($"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/status").First(one => one.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / Mebibyte;
    }
}
