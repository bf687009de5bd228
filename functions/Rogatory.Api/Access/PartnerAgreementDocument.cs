using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

/// <summary>An agreement with a partner; no purposes, or no categories, stand for all of them.</summary>
public sealed record PartnerAgreementDocument(string Instrument, DateOnly From, DateOnly Until)
{
    /// <summary>The agreement's id; whoever records it says it in the address instead.</summary>
    public string? Agreement { get; init; }

    public IReadOnlyList<string> Purposes { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public static PartnerAgreementDocument Of(PartnerAgreement one) => new(one.Instrument, one.From, one.Until)
    {
        Agreement = one.Agreement.ToString(),
        Purposes = one.Purposes,
        Categories = one.Categories,
    };
}
