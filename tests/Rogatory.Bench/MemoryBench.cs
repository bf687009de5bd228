using System.Security.Cryptography;
using Azure.Core.Cryptography;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Rogatory.Envelope;
using Rogatory.LocalHost.Keys;
using Rogatory.Core.Receipt;

namespace Rogatory.Bench;

/// <summary>Sealing memory to memory, beside the machine's own limit and the client-side encryption of the storage library.</summary>
internal static class MemoryBench
{
    private const int Gibibyte = 1 << 30;

    public static async Task RunAsync(ResultTable table, int rounds)
    {
        byte[] from = GC.AllocateUninitializedArray<byte>(Gibibyte, pinned: true);
        byte[] to = GC.AllocateUninitializedArray<byte>(Gibibyte + (1 << 20), pinned: true);
        RandomNumberGenerator.Fill(from);
        to.AsSpan().Clear();

        var work = new Dictionary<string, Func<Task>>
        {
            ["aes1"] = () => Synchronously(() => RawRates.Encrypt(from, cores: 1)),
            ["aes2"] = () => Synchronously(() => RawRates.Encrypt(from, cores: 2)),
            ["sha1"] = () => Synchronously(() => RawRates.Hash(from)),
            ["seal"] = () => SealAsync(from, to),
            ["encrypt1"] = () => EncryptAsync(from, lanes: 1),
            ["encrypt2"] = () => EncryptAsync(from, BodySealer.DefaultLanes),
            ["azure"] = () => EncryptAsAzureAsync(from),
        };
        var seconds = work.Keys.ToDictionary(name => name, _ => new List<double>());
        foreach (Func<Task> one in work.Values)
            await one();
        for (int round = 0; round < rounds; round++)
        {
            foreach ((string name, Func<Task> one) in work)
                seconds[name].Add(await Measure.SecondsAsync(one));
        }

        double Rate(string name) => 1 / Measure.Median(seconds[name]);
        double bound = 2 / ((2 / Rate("sha1")) + (1 / Rate("aes1")));
        double azureAndDigest = 1 / ((1 / Rate("azure")) + (1 / Rate("sha1")));
        table.Add("raw AES-256-GCM, one core", Rate("aes1"), "GiB/s");
        table.Add("raw AES-256-GCM, two cores", Rate("aes2"), "GiB/s");
        table.Add("raw SHA-256, one core", Rate("sha1"), "GiB/s");
        table.Add("bound for sealing with both digests, two cores", bound, "GiB/s");
        table.Add("Azure client-side encryption v2, to memory", Rate("azure"), "GiB/s");
        table.Add("sealing with digest and sealedRoot, 1 GiB memory to memory", Rate("seal"), "GiB/s");
        table.AtLeast("sealing / the machine's bound", Rate("seal") / bound, "ratio", 0.85);
        table.AtLeast("sealing / Azure client-side encryption and one digest", Rate("seal") / azureAndDigest, "ratio", 1.3);
        table.AtLeast("encryption alone, one lane / raw AES-256-GCM, one core", Rate("encrypt1") / Rate("aes1"), "ratio", 0.9);
        table.AtLeast("encryption alone / raw AES-256-GCM, two cores", Rate("encrypt2") / Rate("aes2"), "ratio", 0.85);
        table.AtLeast("encryption alone / Azure client-side encryption", Rate("encrypt2") / Rate("azure"), "ratio", 1);
        await AgeBench.RunAsync(table, from, Rate("encrypt2"), rounds);
    }

    private static Task Synchronously(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    private static async Task SealAsync(byte[] from, byte[] to)
    {
        using var sealer = new ItemSealer("7K3Q-F2M9-X4TD", "bench");
        await sealer.SealAsync(from, new MemorySink(to), CancellationToken.None);
    }

    private static async Task EncryptAsync(byte[] from, int lanes)
    {
        using ContentKey key = ContentKey.Generate();
        var bodyKey = new BodyKey(key, SealedHeader.Generate(), AssociatedData.Bytes("7K3Q-F2M9-X4TD", "bench"), SegmentLayout.Standard);
        using var sealer = new BodySealer(bodyKey, PlaintextSource.From(from), Stream.Null, lanes, digests: false);
        await sealer.RunAsync(CancellationToken.None);
    }

    private static async Task EncryptAsAzureAsync(byte[] from)
    {
        using var rsa = RSA.Create(3072);
        using var kek = new LocalKeyEncryptionKey(PrivateJwk.Write(rsa, "bench/1"));
        using var transport = new SwallowingTransport();
        var options = new SpecializedBlobClientOptions
        {
            Transport = transport,
            ClientSideEncryption = new ClientSideEncryptionOptions(ClientSideEncryptionVersion.V2_0)
            {
                KeyEncryptionKey = kek,
                KeyResolver = kek,
                KeyWrapAlgorithm = "RSA-OAEP-256",
            },
        };
        var blob = new BlobClient(new Uri("https://bench.invalid/container/blob"), new StorageSharedKeyCredential("bench", Convert.ToBase64String(new byte[64])), options);
        await blob.UploadAsync(new MemoryStream(from, writable: false), overwrite: true);
    }
}
