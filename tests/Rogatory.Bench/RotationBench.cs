using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Rogatory.Azure.Case;
using Rogatory.Azure.Ledger;
using Rogatory.Azure.Sealing;
using Rogatory.LocalHost.Keys;
using Rogatory.TestKit.Azurite;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Bench;

/// <summary>Making every key envelope anew under the local host's own keys, beside what the machine's cores unwrap at all.</summary>
internal static class RotationBench
{
    private const int RawUnwraps = 400;

    public static async Task RunAsync(ResultTable table, int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("rogatory-bench-keys-").FullName;
        await using var azurite = new AzuriteProcess();
        try
        {
            var data = new DataDirectory(folder);
            data.MakeKek();
            using var versions = new LocalKeyVersions(data);
            var memory = new InMemoryKeyEnvelopeStore(TimeProvider.System);
            var inMemory = new RotationScene(
                memory, memory, new InMemoryLedgerStore(), new InMemoryProjectionStore(), versions, current => new CountedKeyWrap(new ResolverKeyWrap(versions, current)));
            await inMemory.AddAsync(cases: 10, items: 100);

            await azurite.StartAsync();
            var blobs = new BlobServiceClient(azurite.ConnectionString());
            BlobContainerClient keys = await MadeAsync(blobs, "keys"), ledger = await MadeAsync(blobs, "ledger"), cases = await MadeAsync(blobs, "cases");
            var inAzurite = new RotationScene(
                new BlobKeyEnvelopeStore(keys), new BlobEnvelopeEraser(keys), new BlobLedgerStore(ledger), new BlobProjectionStore(cases), versions,
                current => new CountedKeyWrap(new ResolverKeyWrap(versions, current)));
            await inAzurite.AddAsync(cases: 3, items: 100);

            List<double> raw = [], stored = [], remembered = [];
            double most = 0;
            for (int round = 0; round <= rounds; round++)
            {
                int before = inMemory.KeyWrap.Unwraps;
                (double seconds, int envelopes) = await inMemory.RotateAsync();
                (double blobSeconds, int blobEnvelopes) = await inAzurite.RotateAsync();
                if (round == 0)
                    continue;
                most = Math.Max(most, (double)(inMemory.KeyWrap.Unwraps - before) / envelopes);
                remembered.Add(envelopes / seconds);
                stored.Add(blobEnvelopes / blobSeconds);
                raw.Add(Raw());
            }

            table.Add("raw RSA-OAEP unwraps, 3072 bits, two cores", Measure.Median(raw), "per s");
            table.AtLeast("key envelopes made anew with local keys, storage in memory", Measure.Median(remembered), "per s", 500);
            table.Add("key envelopes made anew / raw unwraps", Measure.Median(remembered) / Measure.Median(raw), "ratio");
            table.AtMost("unwraps for each key envelope made anew, at most", most, "ratio", 1.01);
            table.Add("key envelopes made anew with local keys, storage in Azurite", Measure.Median(stored), "per s");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Raw()
    {
        using var rsa = RSA.Create(3072);
        byte[] wrapped = rsa.Encrypt(RandomNumberGenerator.GetBytes(32), RSAEncryptionPadding.OaepSHA256);
        long start = TimeProvider.System.GetTimestamp();
        Parallel.For(0, RawUnwraps, new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ => rsa.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA256));
        return RawUnwraps / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<BlobContainerClient> MadeAsync(BlobServiceClient blobs, string name)
    {
        BlobContainerClient container = blobs.GetBlobContainerClient(name);
        await container.CreateIfNotExistsAsync();
        return container;
    }
}
