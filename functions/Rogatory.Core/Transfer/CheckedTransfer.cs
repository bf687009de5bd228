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
/// <param name="Partner">The partner; null when it is not registered.</param>
/// <param name="At">When it was checked.</param>
public sealed record CheckedTransfer(TransferDecision Decision, RegisteredPartner? Partner, DateTimeOffset At)
{
    /// <summary>The key that items are sealed to from then on; null without a partner, or a valid key of it.</summary>
    public RsaJwk? Key { get; } = Partner?.SealingKeyAt(At);

    /// <summary>How many officers must approve: two where special categories go, or where the risk demands it.</summary>
    public int Approvals { get; } =
        Decision.Facts.ToJson() is var facts && (Names(facts["data"]?["categories"], RequestVocabulary.SpecialCategories.Contains)
            || Names(facts["risk"]?["demands"], code => code == Mitigation.SecondApprover)) ? 2 : 1;

    /// <summary>The key that a grant is for, as long as it is valid; null otherwise. While a partner's keys are rotated it may be an older one than <see cref="Key"/>.</summary>
    public RsaJwk? KeyOf(GrantIssued grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return Partner?.FindEncryptionKey(grant.Key, At);
    }

    /// <summary>Whether what was granted may still go: let through, to a key that is valid, under no condition that the grant lacks, and with no approval missing.</summary>
    public bool StillPermits(DisclosureState granted)
    {
        ArgumentNullException.ThrowIfNull(granted);
        return Decision.LetsThrough && Approvals <= granted.ApprovedBy.Count && granted.Grant is { } grant && KeyOf(grant) is not null && Decision.Conditions.All(one => granted.Conditions.Contains(one.Code));
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
