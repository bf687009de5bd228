using Rogatory.Core.Access.Officers;

namespace Rogatory.Api.Access;

/// <summary>A course that an officer passed.</summary>
public sealed record OfficerViewCourse(string Course, string Version, DateOnly PassedOn, DateTimeOffset ValidUntil, EvidenceKind Evidence, string Reference);
