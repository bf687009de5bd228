using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

/// <summary>An officer's training and undertaking as the register holds them.</summary>
public sealed record OfficerDocument(DateTimeOffset TrainedUntil, DateTimeOffset BoundUntil)
{
    /// <summary>The officer's id; whoever records it says it in the address instead.</summary>
    public string? Officer { get; init; }

    public static OfficerDocument Of(OfficerRecorded one) => new(one.TrainedUntil, one.BoundUntil) { Officer = one.Officer.ToString() };
}
