using System.Text.Json.Nodes;

namespace Rogatory.Core.Transfer;

/// <summary>The transfer check's answer. Only <see cref="TransferCheck"/> makes one; the same facts under the same policy always give the same.</summary>
public sealed class TransferDecision
{
    internal TransferDecision(TransferOutcome outcome, TransferFacts facts, string policyVersion, string policyDigest, string inputs)
    {
        Outcome = outcome;
        Facts = facts;
        PolicyVersion = policyVersion;
        PolicyDigest = policyDigest;
        Inputs = inputs;
    }

    /// <summary>What may be done.</summary>
    public TransferOutcome Outcome { get; }

    /// <summary>True for <see cref="TransferOutcome.Allowed"/> and <see cref="TransferOutcome.AllowedWithConditions"/>: the data may go.</summary>
    public bool LetsThrough => Outcome is TransferOutcome.Allowed or TransferOutcome.AllowedWithConditions;

    /// <summary>The facts it rests on.</summary>
    public TransferFacts Facts { get; }

    /// <summary>The policy's version.</summary>
    public string PolicyVersion { get; }

    /// <summary>The policy's digest.</summary>
    public string PolicyDigest { get; }

    /// <summary>
    /// Lower-case hex SHA-256 over the canonical JSON (RFC 8785) <c>{"facts":…,"policy":"…"}</c>, of the normalised facts and the policy's digest.
    /// </summary>
    public string Inputs { get; }

    /// <summary>The data protection regimes that apply: <c>led</c>, <c>gdpr</c>, both or none.</summary>
    public required IReadOnlyList<string> Regimes { get; init; }

    /// <summary>The instrument that governs.</summary>
    public required InstrumentOutcome Instrument { get; init; }

    /// <summary>The ladders that had to be climbed.</summary>
    public required IReadOnlyList<LadderOutcome> Ladders { get; init; }

    /// <summary>All findings, in the order of packs and rules.</summary>
    public required IReadOnlyList<TransferFinding> Findings { get; init; }

    /// <summary>The conditions under which the data go; each code once.</summary>
    public required IReadOnlyList<TransferCondition> Conditions { get; init; }

    /// <summary>What a person must state or weigh. Empty unless a person is needed.</summary>
    public required IReadOnlyList<TransferNeed> Needs { get; init; }

    /// <summary>The decision as JSON; <c>docs/transfer-check.md</c> lists its members, whose names are stable.</summary>
    public JsonObject ToJson() => DecisionWriter.Write(this);
}
