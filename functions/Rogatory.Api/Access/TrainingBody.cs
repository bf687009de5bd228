using Rogatory.Core.Access.Officers;

namespace Rogatory.Api.Access;

/// <summary>A course that an officer passed, with what proves it: a signed result of a drill says itself when it was passed, and is named by its digest.</summary>
public sealed record TrainingBody(string Course, string Version, EvidenceKind Evidence, DateOnly? PassedOn = null, string? Reference = null, string? Digest = null, string? Result = null);
