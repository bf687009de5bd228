using System.Security.Cryptography;
using System.Text;

namespace Rogatory.Core.Receipt;

/// <summary>A checkpoint and the statement that says it.</summary>
/// <param name="Checkpoint">The verified payload.</param>
/// <param name="Statement">The compact serialisation.</param>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, string Statement)
{
    /// <summary>What the next checkpoint names: lower-case hex SHA-256 of the statement's bytes.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Statement)));
}
