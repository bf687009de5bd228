using Rogatory.Core.Policy;

namespace Rogatory.Core.Drills;

/// <summary>An authority that is made up for a drill. It is registered anew for each run, with keys that are made in the space of drills.</summary>
/// <param name="Alias">What the drill's file calls it; its id is this and the run's own characters.</param>
/// <param name="Name">Its name.</param>
/// <param name="Jurisdiction">The state it says to be of.</param>
public sealed record DrillPartner(string Alias, string Name, StateCode Jurisdiction);
