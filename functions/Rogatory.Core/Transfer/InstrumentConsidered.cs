namespace Rogatory.Core.Transfer;

/// <summary>An instrument that was looked at.</summary>
/// <param name="Instrument">Its id.</param>
/// <param name="Binds">Whether it binds both states on the day; null when the party list can't tell.</param>
/// <param name="Why">One sentence.</param>
public sealed record InstrumentConsidered(string Instrument, bool? Binds, string Why);
