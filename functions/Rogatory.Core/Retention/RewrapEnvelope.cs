using System.Collections.Concurrent;
using System.Security.Cryptography;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Core.Retention;

/// <summary>Makes the next key envelope of one item and proves that it is stored as it was made. It does not count before the ledger says so.</summary>
public sealed class RewrapEnvelope(IKeyEnvelopeStore keys, IKeyWrap keyWrap)
{
    // What was opened with its content encryption key and is read back as it was is good if the version's two halves fit. Each program
    // proves that for each version by unwrapping the first envelope that it made under it, or the first few.
    private readonly ConcurrentDictionary<string, bool> _proven = new(StringComparer.Ordinal);

    /// <summary>Makes the envelope with this number from the one that counts.</summary>
    /// <param name="state">The case.</param>
    /// <param name="one">A sealed item that is not erased.</param>
    /// <param name="number">A number that no envelope of the item has, as far as a listing tells.</param>
    /// <param name="retired">The versions under which nothing may be wrapped any more.</param>
    /// <param name="cancellationToken">Leaves at most an envelope that does not count.</param>
    /// <returns>The id of the version that it is under; null where another run made that number.</returns>
    /// <exception cref="OpenException">No envelope that counts or counted is there, or it does not hold the key recorded.</exception>
    /// <exception cref="NotAsMadeException">What was read back is not what was made. It was left for the caller to destroy.</exception>
    /// <exception cref="StorageUnavailableException">Also where the newest version known here is retired.</exception>
    public async Task<string?> RunAsync(
        CaseState state, ItemSealed one, int number, IReadOnlySet<string> retired, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(retired);
        RotationGrant grant = RotationGrants.For(state, one.Item);
        var path = new SealedPath(state.Case, one.Item, one.Attempt);
        byte[] counting = await CountingEnvelope.ReadAsync(keys, path, state.RotationOf(one.Item), cancellationToken)
            ?? throw new OpenException(OpenFailure.Key);
        var recorded = new SealedReference(Convert.FromHexString(one.Header), Convert.FromHexString(one.Commitment), one.Size);
        byte[] made = await KeyEnvelope.RewrapAsync(grant, counting, recorded, keyWrap, cancellationToken);
        string key = KeyEnvelope.Parse(made).KeyId;
        if (retired.Contains(key))
            throw new StorageUnavailableException("kek");
        if (!await keys.TryCreateAsync(path, number, made, cancellationToken))
            return null;

        byte[]? stored = await keys.ReadAsync(path, number, cancellationToken);
        if (stored is null || !CryptographicOperations.FixedTimeEquals(stored, made))
            throw new NotAsMadeException();
        if (!_proven.ContainsKey(key))
        {
            await ProveAsync(grant, stored, recorded, cancellationToken);
            _proven[key] = true;
        }

        return key;
    }

    private async Task ProveAsync(RotationGrant grant, byte[] stored, SealedReference recorded, CancellationToken cancellationToken)
    {
        try
        {
            await KeyEnvelope.VerifyAsync(grant, stored, recorded, keyWrap, cancellationToken);
        }
        catch (OpenException disabled) when (disabled.InnerException is KeyDisabledException)
        {
            throw new StorageUnavailableException("kek", disabled);
        }
        catch (OpenException)
        {
            throw new NotAsMadeException();
        }
    }
}
