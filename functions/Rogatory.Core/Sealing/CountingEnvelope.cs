namespace Rogatory.Core.Sealing;

/// <summary>Reads the key envelope of a sealed item that counts.</summary>
internal static class CountingEnvelope
{
    /// <summary>
    /// The one that counts or, where storage lost it and holds older ones again, the newest of those: they hold the same key, which whoever
    /// opens checks against the ledger.
    /// </summary>
    /// <param name="keys">Where envelopes are.</param>
    /// <param name="path">The attempt that counts.</param>
    /// <param name="rotation">The number that counts.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null where none is left.</returns>
    public static async Task<byte[]?> ReadAsync(IKeyEnvelopeStore keys, SealedPath path, int rotation, CancellationToken cancellationToken)
    {
        for (int number = rotation; number >= 0; number--)
        {
            if (await keys.ReadAsync(path, number, cancellationToken) is { } envelope)
                return envelope;
        }

        return null;
    }
}
