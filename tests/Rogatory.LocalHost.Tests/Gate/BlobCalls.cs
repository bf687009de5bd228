using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Rogatory.LocalHost.Tests.Gate;

/// <summary>Short names for what tests do to blobs, all by the real client.</summary>
internal static class BlobCalls
{
    public static BinaryData Text(string text) => BinaryData.FromString(text);

    public static string BlockId(int number) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{number:D8}"));

    public static async Task<BlobClient> BlobAsync(this BlobContainerClient container, string name = "blob", string content = "content")
    {
        var blob = container.GetBlobClient(name);
        await blob.UploadAsync(Text(content));
        return blob;
    }

    public static async Task<BlobClient> ProtectedAsync(this BlobContainerClient container, DateTimeOffset until, bool locked = false, string name = "blob")
    {
        var blob = await container.BlobAsync(name);
        await blob.SetImmutabilityPolicyAsync(Policy(until, locked));
        return blob;
    }

    public static BlobImmutabilityPolicy Policy(DateTimeOffset until, bool locked = false) => new()
    {
        ExpiresOn = until,
        PolicyMode = locked ? BlobImmutabilityPolicyMode.Locked : BlobImmutabilityPolicyMode.Unlocked,
    };

    public static async Task CommitAsync(this BlobContainerClient container, string name, string content, CommitBlockListOptions? options = null)
    {
        var blob = container.GetBlockBlobClient(name);
        await blob.StageBlockAsync(BlockId(0), Text(content).ToStream());
        await blob.CommitBlockListAsync([BlockId(0)], options ?? new CommitBlockListOptions());
    }

    public static async Task<string> ReadAsync(this BlobClient blob) => (await blob.DownloadContentAsync()).Value.Content.ToString();
}
