using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rogatory.Ledger;

namespace Rogatory.Cli.Incidents;

/// <summary>A notice as it was written to a file.</summary>
internal static class NoticeFile
{
    /// <summary>Lower-case hex SHA-256 of its canonical JSON.</summary>
    public static string DigestOf(JsonObject document) => Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Serialize(document)));
}
