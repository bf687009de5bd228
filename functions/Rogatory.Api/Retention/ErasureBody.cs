using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

/// <summary>An erasure as an officer proposes it: of the items named, or of all that the case holds, which has to be said.</summary>
public sealed record ErasureBody(ErasureGround Ground, string Citation, string Reasons, IReadOnlyList<string>? Items = null, bool All = false);
