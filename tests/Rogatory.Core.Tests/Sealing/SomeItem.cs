using System.Security.Cryptography;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Tests.Sealing;

/// <summary>Any item that an officer could add.</summary>
internal static class SomeItem
{
    public static readonly byte[] Content = [.. Enumerable.Range(0, 3000).Select(at => (byte)(at % 64 == 63 ? 0x0A : 0x61 + (at % 19)))];

    public static AddedItem Of(CaseId @case, string item, byte[]? content = null, ItemOrigin? origin = null, params string[] categories) => new(
        TestAuthority.Officer, @case, ItemId.Parse(item), "accounts of 2025.csv", "text/csv", (content ?? Content).Length, SHA256.HashData(content ?? Content),
        categories.Length == 0 ? ["identity", "bank-records"] : categories, origin ?? ItemOrigin.Own, new MemoryStream(content ?? Content));
}
