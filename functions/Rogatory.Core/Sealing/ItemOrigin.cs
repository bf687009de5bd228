using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Sealing;

/// <summary>Where material that an officer adds came from, as far as that binds what may be done with it.</summary>
/// <param name="Kind">How it came to us.</param>
/// <param name="State">The state that supplied it; null for our own.</param>
/// <param name="Instrument">The instrument it was obtained under, a code of the transfer fact <c>origin.instrument</c>; null for our own, or where none is known.</param>
public sealed record ItemOrigin(OriginKind Kind, StateCode? State, string? Instrument)
{
    private static readonly FactDefinition Instruments = FactVocabulary.Get("origin.instrument");

    /// <summary>Gathered by our own state.</summary>
    public static ItemOrigin Own { get; } = new(OriginKind.Own, State: null, Instrument: null);

    /// <summary>Whether it says all that it must, and nothing that can't be: another's material names its state, our own names none.</summary>
    public bool IsWhole => Kind == OriginKind.Own
        ? State is null && Instrument is null
        : State is not null && (Instrument is null || Instruments.BitsOf([Instrument]) is not null);
}
