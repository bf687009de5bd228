using Rogatory.Core.Access.Officers;

namespace Rogatory.Api.Access;

/// <summary>A course that an officer passed, with what proves it.</summary>
public sealed record TrainingBody(string Course, string Version, DateOnly PassedOn, EvidenceKind Evidence, string Reference, string? Digest = null);
