using Rogatory.Core.Access.Officers;

namespace Rogatory.Api.Access;

/// <summary>What kind of interest keeps an officer away from a case.</summary>
public sealed record ConflictBody(ConflictKind Kind);
