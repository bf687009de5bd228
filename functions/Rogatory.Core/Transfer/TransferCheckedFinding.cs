using System.Text.Json;

namespace Rogatory.Core.Transfer;

/// <summary>A finding as the ledger keeps it.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Effect">What the rule did.</param>
public sealed record TransferCheckedFinding(string Rule, string Effect)
{
    /// <summary>What the ledger keeps of a finding.</summary>
    public static TransferCheckedFinding Of(TransferFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new TransferCheckedFinding(finding.Rule, JsonNamingPolicy.KebabCaseLower.ConvertName(finding.Effect.ToString()));
    }
}
