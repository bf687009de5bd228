using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;

namespace Rogatory.Api.Disclosure;

/// <summary>What the transfer check decided on a disclosure.</summary>
public sealed record DisclosureCheckView(
    string Outcome, string? Instrument, string Inputs, string Policy, IReadOnlyList<TransferCheckedFinding> Findings, IReadOnlyList<string> Conditions)
{
    public static DisclosureCheckView Of(TransferChecked check) =>
        new(ApiJson.Word(check.Outcome), check.Instrument, check.Inputs, check.Policy, check.Findings, check.Conditions);
}
