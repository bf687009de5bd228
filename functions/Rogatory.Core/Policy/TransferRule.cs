using System.Text.Json;

namespace Rogatory.Core.Policy;

/// <summary>One rule of a transfer pack, as written.</summary>
/// <param name="Id">Its id, unique over all packs.</param>
/// <param name="Citation">The article it rests on.</param>
/// <param name="Verified">Whether it was checked against the official text. One that was not can only ask or note, unless it is a setting of the home authority.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Message">One sentence.</param>
/// <param name="When">The predicate that says where it applies.</param>
/// <param name="Must">For a require rule: what must hold.</param>
/// <param name="Who">Whom it asks; the approver unless it says otherwise.</param>
/// <param name="AsksWhenUnknown">For a refuse or ask rule: whether it asks when nobody has stated what it needs. Else it only does where somebody raised it without reasons.</param>
/// <param name="Ground">The ground that it raises or does not admit, so that two rules about one ground can be compared.</param>
/// <param name="Code">The condition's code.</param>
/// <param name="BindsSender">True for a condition that is a duty on the sender.</param>
/// <param name="InForce">When it applies, where that is not when its pack does.</param>
/// <param name="Tests">Cases that it must decide as they say.</param>
internal sealed record TransferRule(
    string Id,
    string Citation,
    bool Verified,
    TransferEffect Effect,
    string Message,
    JsonElement When,
    JsonElement? Must = null,
    string? Who = null,
    bool AsksWhenUnknown = false,
    string? Ground = null,
    string? Code = null,
    bool BindsSender = false,
    InForce? InForce = null,
    IReadOnlyList<TransferTest>? Tests = null);
