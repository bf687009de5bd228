using System.Security.Cryptography;
using System.Text;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Transfer;

/// <summary>Says whether data may go: a pure, total function from facts and policy to a decision that explains itself.</summary>
public static class TransferCheck
{
    /// <summary>
    /// Decides. A transfer is refused where the law says so of facts that are stated; a person is asked where a fact that matters is
    /// unknown or the law leaves a choice; all else is let through, with the conditions that the law attaches.
    /// </summary>
    /// <param name="facts">What is known. What is not stated is unknown, never false.</param>
    /// <param name="policy">The rules and tables.</param>
    /// <exception cref="ArgumentException">The policy has no transfer rules.</exception>
    public static TransferDecision Decide(TransferFacts facts, PolicySet policy)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        TransferPolicy rules = policy.Transfer ?? throw new ArgumentException("The policy has no transfer rules.", nameof(policy));

        var sheet = new FactSheet(facts, rules.Tables);
        RegimeFacts.Derive(sheet);
        OriginFacts.Derive(sheet);
        RegionFacts.Derive(sheet);
        InstrumentOutcome instrument = InstrumentChoice.Derive(sheet);

        var trial = new Trial(sheet, facts);
        foreach (CompiledRule rule in rules.Rules)
            trial.Try(rule);
        foreach (CompiledLadder ladder in rules.Ladders)
            trial.Climb(ladder);

        TransferOutcome outcome = trial.Outcome;
        return new TransferDecision(outcome, facts, policy.Version, policy.Digest, Digest(facts, policy))
        {
            Regimes = trial.Regimes,
            Instrument = instrument,
            Ladders = trial.Ladders,
            Findings = trial.Findings,
            Conditions = trial.Conditions,
            Needs = outcome == TransferOutcome.NeedsAPerson ? trial.Needs : [],
        };
    }

    private static string Digest(TransferFacts facts, PolicySet policy)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData("{\"facts\":"u8);
        digest.AppendData(facts.Normalised.Span);
        digest.AppendData(",\"policy\":\""u8);
        digest.AppendData(Encoding.ASCII.GetBytes(policy.Digest));
        digest.AppendData("\"}"u8);
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
