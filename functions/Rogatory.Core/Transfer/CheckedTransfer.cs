using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Intake;
using Rogatory.Core.Receipt;
using Rogatory.Core.Risk;

namespace Rogatory.Core.Transfer;

/// <summary>A decision on a disclosure, and the partner as the register had it then.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Partner">The partner's entry; null when it has none, or is suspended.</param>
public sealed record CheckedTransfer(TransferDecision Decision, PartnerRegistered? Partner)
{
    /// <summary>The key that items are sealed to; null without a partner.</summary>
    public RsaJwk? Key { get; } = Partner is null ? null : RsaJwk.Parse(Partner.EncryptionKey);

    /// <summary>How many officers must approve: two where special categories go, or where the risk demands it.</summary>
    public int Approvals { get; } =
        Decision.Facts.ToJson() is var facts && (Names(facts["data"]?["categories"], RequestVocabulary.SpecialCategories.Contains)
            || Names(facts["risk"]?["demands"], code => code == Mitigation.SecondApprover)) ? 2 : 1;

    /// <summary>Whether what was granted may still go: let through, to no other partner's key, under no condition that the grant lacks, and with no approval missing.</summary>
    public bool StillPermits(DisclosureState granted)
    {
        ArgumentNullException.ThrowIfNull(granted);
        return Decision.LetsThrough && Approvals <= granted.ApprovedBy.Count && Key?.KeyId == granted.Grant?.Key && Decision.Conditions.All(one => granted.Conditions.Contains(one.Code));
    }

    /// <summary>The decision as the ledger keeps it.</summary>
    public TransferChecked ToEvent(CommandId command, DisclosureId disclosure) => new()
    {
        Command = command,
        Disclosure = disclosure,
        Outcome = Decision.Outcome,
        Instrument = Decision.Instrument.Chosen,
        Facts = Decision.Facts.ToJson(),
        Inputs = Decision.Inputs,
        Policy = Decision.PolicyDigest,
        Findings = [.. Decision.Findings.Select(TransferCheckedFinding.Of)],
        Conditions = [.. Decision.Conditions.Select(one => one.Code)],
        Approvals = Approvals,
    };

    private static bool Names(JsonNode? codes, Func<string, bool> isOne) => codes is JsonArray all && all.Any(code => isOne(code!.GetValue<string>()));
}
