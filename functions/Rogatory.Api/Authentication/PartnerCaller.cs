using Rogatory.Core.Access;
using Rogatory.Core.Access.Signatures;

namespace Rogatory.Api.Authentication;

/// <summary>The partner that signed the call.</summary>
/// <param name="Partner">Who it is.</param>
/// <param name="Digest">The signed digest of the content, with which whoever reads the content compares it; null when none was
/// signed.</param>
public sealed record PartnerCaller(PartnerId Partner, ContentDigest? Digest);
