namespace Rogatory.Core.Policy;

/// <summary>The access pack as written.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Version">The day on which it was last changed.</param>
/// <param name="Source">Where its texts were read.</param>
/// <param name="AssignmentMonths">For how many months an assignment stands that nobody confirms.</param>
/// <param name="GlassHours">For how many hours a broken glass stands in for an assignment.</param>
/// <param name="Rules">What is said of each condition.</param>
/// <param name="Acts">What each act needs, by its name.</param>
internal sealed record AccessPack(
    string Title, DateOnly Version, string Source, int AssignmentMonths, int GlassHours,
    IReadOnlyList<AccessRule> Rules, IReadOnlyDictionary<string, ActRule> Acts);
