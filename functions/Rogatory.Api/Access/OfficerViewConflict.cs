using Rogatory.Core.Access.Officers;

namespace Rogatory.Api.Access;

/// <summary>A case that an officer keeps away from.</summary>
public sealed record OfficerViewConflict(string Case, ConflictKind Kind, string DeclaredBy);
