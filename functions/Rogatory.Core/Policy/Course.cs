namespace Rogatory.Core.Policy;

/// <summary>A course of the catalogue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Versions">The versions that count, the newest last.</param>
/// <param name="Months">For how many months it counts after it was passed.</param>
/// <param name="Citation">What asks for it.</param>
public sealed record Course(string Id, string Title, IReadOnlyList<string> Versions, int Months, string Citation)
{
    /// <summary>The drills any one of which earns it; none where it is entered with other evidence.</summary>
    public IReadOnlyList<string> Drills { get; init; } = [];
}
