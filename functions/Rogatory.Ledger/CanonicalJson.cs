using System.Text.Json.Nodes;

namespace Rogatory.Ledger;

/// <summary>
/// The one way to write a JSON value as bytes: RFC 8785 (JSON Canonicalization Scheme). Two programs that agree on a value agree
/// on its bytes, so a digest of the bytes is a digest of the value.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Objects and arrays may stand this many deep in one another; deeper text is refused, read or written.</summary>
    public const int MaximumDepth = 64;

    /// <summary>
    /// Writes a value in canonical form: UTF-8, no white space, members ordered by the UTF-16 code units of their names, numbers as
    /// ECMAScript writes a double (RFC 8785 section 3.2).
    /// </summary>
    /// <param name="node">
    /// What was parsed, or built from strings, booleans, <see cref="int"/>, <see cref="long"/> and <see cref="double"/>; null is JSON's
    /// null.
    /// </param>
    /// <exception cref="CanonicalJsonException">
    /// A lone surrogate, a number that is not finite, a <see cref="long"/> that no double holds exactly, a member named twice,
    /// more than <see cref="MaximumDepth"/> levels, or a value of any other type: dates and the like are the caller's to write as text.
    /// </exception>
    public static byte[] Serialize(JsonNode? node)
    {
        var writer = new CanonicalWriter();
        writer.Value(node);
        return writer.ToArray();
    }

    /// <summary>
    /// True when the bytes are exactly what <see cref="Serialize"/> would write for the value they hold. Bytes that are not JSON,
    /// or hold what it refuses, are not canonical. Never throws, whatever it is given.
    /// </summary>
    public static bool IsCanonical(ReadOnlySpan<byte> utf8) => CanonicalScanner.FindFault(utf8) is null;
}
