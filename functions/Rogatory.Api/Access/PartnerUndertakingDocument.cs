using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

/// <summary>An undertaking of confidentiality that a partner signed.</summary>
public sealed record PartnerUndertakingDocument(string Digest, DateOnly SignedOn, DateOnly ValidUntil)
{
    /// <summary>The version of the text; whoever records it says it in the address instead.</summary>
    public string? Version { get; init; }

    public static PartnerUndertakingDocument Of(PartnerUndertaking one) => new(one.Digest, one.SignedOn, one.ValidUntil) { Version = one.Version };
}
