using System.Text.Json.Serialization;

namespace Rogatory.Core.Access.Officers;

/// <summary>An admin proposes what an officer is authorized to; nothing comes of it until another approves. An open proposal for the same officer is replaced by it.</summary>
public sealed record OfficerProposed : OfficerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.officer-proposed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The proposal's number in the register, from 1.</summary>
    public required int Proposal { get; init; }

    /// <summary>All roles that the officer is to have.</summary>
    public required IReadOnlyList<OfficerRole> Roles { get; init; }

    /// <summary>The unit that the officer belongs to, as a code.</summary>
    public required string Unit { get; init; }

    /// <summary>The highest handling code that the officer may see, <c>H0</c> to <c>H3</c>.</summary>
    public required string Clearance { get; init; }
}
