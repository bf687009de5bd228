using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>Key envelopes, kept apart from the bodies, where they can be replaced and destroyed. This port creates and reads only.</summary>
public interface IKeyEnvelopeStore
{
    /// <summary>Creates <c>{path}/{rotation}</c>; an envelope that is there already is never replaced.</summary>
    /// <returns>False when another was there already; the very same bytes are this call's own, made by a try whose answer was lost.</returns>
    Task<bool> TryCreateAsync(SealedPath path, int rotation, ReadOnlyMemory<byte> envelope, CancellationToken cancellationToken);

    /// <summary>The envelope's bytes, or null when it does not exist (any more).</summary>
    Task<byte[]?> ReadAsync(SealedPath path, int rotation, CancellationToken cancellationToken);

    /// <summary>Every envelope of a case (of all, when none is named), so that what crashed attempts left can be found.</summary>
    IAsyncEnumerable<KeyEnvelopeFound> ListAsync(CaseId? @case, CancellationToken cancellationToken);
}
