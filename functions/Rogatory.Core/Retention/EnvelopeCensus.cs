using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Core.Retention;

/// <summary>How many key envelopes storage holds under which key.</summary>
/// <param name="ByKey">Their number, by the key's id; partners' keys too. What is no envelope counts nowhere.</param>
/// <param name="Retired">Those under a retired version.</param>
public sealed record EnvelopeCensus(IReadOnlyDictionary<string, int> ByKey, IReadOnlyList<KeyEnvelopeFound> Retired)
{
    /// <summary>Counts. One whose key the listing does not tell is read.</summary>
    public static async Task<EnvelopeCensus> TakeAsync(IKeyEnvelopeStore keys, IReadOnlySet<string> retired, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(retired);
        var byKey = new Dictionary<string, int>(StringComparer.Ordinal);
        List<KeyEnvelopeFound> left = [];
        await foreach (KeyEnvelopeFound found in keys.ListAsync(@case: null, cancellationToken))
        {
            string? key = found.KeyId
                ?? (await keys.ReadAsync(found.Path, found.Rotation, cancellationToken) is { } envelope ? KeyEnvelope.FindKeyId(envelope) : null);
            if (key is null)
                continue;
            byKey[key] = byKey.GetValueOrDefault(key) + 1;
            if (retired.Contains(key))
                left.Add(found);
        }

        return new EnvelopeCensus(byKey, left);
    }
}
