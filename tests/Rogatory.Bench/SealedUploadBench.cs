using System.Diagnostics;
using System.Security.Cryptography;
using Azure.Storage.Blobs;

namespace Rogatory.Bench;

/// <summary>A file of 1 GiB sealed at the partner's desk and uploaded by the command line, beside a plain upload of it by Azure's SDK, both through the gate.</summary>
internal static class SealedUploadBench
{
    private const int Pieces = 128;

    public static async Task RunAsync(ResultTable table, int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("rogatory-bench-upload-").FullName;
        string file = Path.Combine(folder, "image");
        byte[] digest = await WriteAsync(file);
        List<double> plain = [], uploaded = [], whole = [];
        for (int round = 0; round < rounds; round++)
        {
            await using LocalSystem system = await LocalSystem.StartAsync();
            string @case = await system.OpenAsync("sealed-upload", new FileInfo(file).Length, digest);
            bool plainFirst = round % 2 == 0;
            if (plainFirst)
                plain.Add(await PlainAsync(system, file));
            double untilUploaded = 0;
            var watch = Stopwatch.StartNew();
            await system.CliAsync(line => untilUploaded = line.Contains("is uploaded", StringComparison.Ordinal) ? watch.Elapsed.TotalSeconds : untilUploaded,
                "upload", @case, $"image={file}", "--state", Path.Combine(folder, "state"));
            uploaded.Add(untilUploaded);
            whole.Add(watch.Elapsed.TotalSeconds);
            if (!plainFirst)
                plain.Add(await PlainAsync(system, file));
        }

        Directory.Delete(folder, recursive: true);
        table.Add("plain upload of a 1 GiB file through the gate", 1 / Measure.Median(plain), "GiB/s");
        table.Add("sealed upload of it by the command line, start and completion included", 1 / Measure.Median(uploaded), "GiB/s");
        table.AtLeast("sealed upload / plain upload", Measure.Median(plain) / Measure.Median(uploaded), "ratio", 0.7);
        table.Add("the same until it is verified, in the vault and on the ledger", Measure.Median(whole), "s");
    }

    private static async Task<double> PlainAsync(LocalSystem system, string file)
    {
        BlobContainerClient container = new BlobServiceClient(system.StorageConnection).GetBlobContainerClient("plain");
        await container.CreateIfNotExistsAsync();
        return await Measure.SecondsAsync(() => container.GetBlobClient("plain").UploadAsync(file, overwrite: true));
    }

    private static async Task<byte[]> WriteAsync(string file)
    {
        byte[] piece = RandomNumberGenerator.GetBytes(8 << 20);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using FileStream stream = File.Create(file);
        for (int written = 0; written < Pieces; written++)
        {
            hash.AppendData(piece);
            await stream.WriteAsync(piece);
        }

        return hash.GetHashAndReset();
    }
}
