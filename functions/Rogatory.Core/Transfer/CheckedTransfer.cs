using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Intake;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Transfer;

/// <summary>A decision on a disclosure, and the partner as the register had it then.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Partner">The partner's entry; null when it has none, or is suspended.</param>
public sealed record CheckedTransfer(TransferDecision Decision, PartnerRegistered? Partner)
{
    /// <summary>The key that items are sealed to; null without a partner.</summary>
    public RsaJwk? Key { get; } = Partner is null ? null : RsaJwk.Parse(Partner.EncryptionKey);

    private bool HasSpecialCategories =>
        Decision.Facts.ToJson()["data"]?["categories"] is JsonArray categories
        && categories.Any(code => RequestVocabulary.SpecialCategories.Contains(code!.GetValue<string>()));

    /// <summary>Whether what was granted may still go: let through, to no other partner's key, and under no condition that the grant lacks.</summary>
    public bool StillPermits(DisclosureState granted)
    {
        ArgumentNullException.ThrowIfNull(granted);
        return Decision.LetsThrough && Key?.KeyId == granted.Grant?.Key && Decision.Conditions.All(one => granted.Conditions.Contains(one.Code));
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
        Approvals = HasSpecialCategories ? 2 : 1,
    };
}
