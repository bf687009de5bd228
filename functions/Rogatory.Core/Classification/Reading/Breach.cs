namespace Rogatory.Core.Classification.Reading;

/// <summary>A limit that was met: a finding about the item, since honest material seldom meets one.</summary>
/// <param name="Kind">The limit.</param>
/// <param name="Part">The part that met it, as in <see cref="Locator.Part"/>.</param>
public sealed record Breach(BreachKind Kind, string Part);
