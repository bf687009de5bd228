using Rogatory.Core.Drills;

namespace Rogatory.Api.Drills;

/// <summary>What a run came to.</summary>
/// <param name="Case">The case, which names the run.</param>
/// <param name="Drill">The drill.</param>
/// <param name="Pitfall">The mistake that it is about.</param>
/// <param name="Points">What was earned, of 100.</param>
/// <param name="Passed">Whether it is passed.</param>
/// <param name="Rules">What each rule gave, and why.</param>
/// <param name="Statement">The signed result, a compact JWS.</param>
public sealed record DrillScoreView(string Case, string Drill, string Pitfall, int Points, bool Passed, IReadOnlyList<ScoredRule> Rules, string Statement);
