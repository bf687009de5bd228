using System.Text.Json;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Drills;

/// <summary>The keys of the space of drills whose results count as evidence; none where no space is named.</summary>
public sealed class DrillKeys
{
    private DrillKeys(IReadOnlyList<VerificationKey> keys) => Keys = keys;

    /// <summary>No space is named.</summary>
    public static DrillKeys None { get; } = new([]);

    /// <summary>The keys.</summary>
    public IReadOnlyList<VerificationKey> Keys { get; }

    /// <summary>Reads what the space of drills says of itself (<c>GET /authority</c>), or a JWK set with its keys.</summary>
    /// <exception cref="FormatException">It is no JWK set, or has no key of the space of drills.</exception>
    public static DrillKeys Parse(string json)
    {
        try
        {
            using var set = JsonDocument.Parse(json);
            VerificationKey[] keys = [.. VerificationKey.ReadSet(set.RootElement).Where(key => key.Space == Space.Drill)];
            return keys.Length > 0 ? new DrillKeys(keys) : throw new FormatException("No key of the set is of the space of drills.");
        }
        catch (JsonException malformed)
        {
            throw new FormatException("The keys of the space of drills are no JSON.", malformed);
        }
    }
}
