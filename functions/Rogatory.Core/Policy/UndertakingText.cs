using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Policy;

/// <summary>The confidentiality undertaking that officers sign.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Version">The version of the text; another text has another.</param>
/// <param name="Months">For how many months a signature binds.</param>
/// <param name="Citation">What asks for it.</param>
/// <param name="Text">The text, line by line.</param>
public sealed record UndertakingText(string Title, string Version, int Months, string Citation, IReadOnlyList<string> Text)
{
    /// <summary>Lower-case hex SHA-256 of the text: its lines in UTF-8, with a line feed between.</summary>
    [JsonIgnore]
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Text))));
}
