using System.Buffers;
using System.Text;

namespace Rogatory.Envelope;

/// <summary>The associated data of an item: UTF-8 of <c>rogatory/v1/{case}/{item}</c>, which binds a body to its place.</summary>
internal static class AssociatedData
{
    internal const int MaximumIdLength = 100;

    // No slash: the two ids must be readable from the whole in one way only.
    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static string Text(string @case, string item) => $"rogatory/v1/{@case}/{item}";

    public static byte[] Bytes(string @case, string item) => Encoding.UTF8.GetBytes(Text(@case, item));

    public static bool IsId(string id) =>
        !string.IsNullOrEmpty(id) && id.Length <= MaximumIdLength && !id.AsSpan().ContainsAnyExcept(IdCharacters);

    /// <exception cref="ArgumentException">Not 1 to 100 letters, digits, hyphens and dots of ASCII.</exception>
    public static string CheckedId(string id) =>
        IsId(id) ? id : throw new ArgumentException("An id is 1 to 100 letters, digits, hyphens and dots of ASCII.", nameof(id));
}
