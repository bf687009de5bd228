using Rogatory.Core.Access.Officers;

namespace Rogatory.Core.Access;

/// <summary>A course that an officer passed, as it is entered.</summary>
/// <param name="Course">The course's id.</param>
/// <param name="Version">Its version.</param>
/// <param name="PassedOn">On which day.</param>
/// <param name="Evidence">What proves it.</param>
/// <param name="Reference">Where that is found: 1 to 100 letters, digits and <c>. _ : / -</c>.</param>
/// <param name="Digest">Lower-case hex SHA-256 of it; null where it is on paper.</param>
public sealed record TrainingEntry(string Course, string Version, DateOnly PassedOn, EvidenceKind Evidence, string Reference, string? Digest);
