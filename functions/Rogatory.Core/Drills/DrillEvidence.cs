using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Drills;

/// <summary>Takes a signed result of a drill for evidence that an officer passed a course.</summary>
public sealed class DrillEvidence(TrainOfficer train, DrillKeys keys, DrillCatalogue catalogue, PolicySet policy)
{
    /// <summary>Records the course. The same result again is answered as done.</summary>
    /// <param name="admin">Who enters it.</param>
    /// <param name="officer">Whose record it is.</param>
    /// <param name="course">The course.</param>
    /// <param name="version">Its version.</param>
    /// <param name="statement">The result, as the space of drills signed it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RefusedException"><c>drill-result-invalid</c>: it verifies by no key of the space that is named, is not passed, another's, of a drill that the
    /// course is not earned by, or of another version of it than is played today; and those of <see cref="TrainOfficer"/>.</exception>
    public Task RecordAsync(OfficerId admin, OfficerId officer, string course, string version, string statement, CancellationToken cancellationToken)
    {
        DrillResult result;
        try
        {
            result = DrillResult.Verify(statement, keys.Keys);
        }
        catch (InvalidStatementException invalid)
        {
            throw Refused(keys.Keys.Count == 0
                ? "This authority names no space of drills whose results it takes."
                : $"It does not verify by a key of the space of drills: {invalid.Reason}.");
        }

        if (!result.Passed)
            throw Refused("The drill was not passed.");
        if (result.Officer != officer)
            throw Refused("Another officer played.");
        if (course is null || policy.Access?.Courses.GetValueOrDefault(course)?.Drills.Contains(result.Drill) == false)
            throw Refused("The course is not earned by this drill: the catalogue says which are.");
        if (catalogue.Find(result.Drill) is null || catalogue.DigestOf(result.Drill) != result.Digest)
            throw Refused("The drill was changed since it was played.");
        var entry = new TrainingEntry(
            course, version, DateOnly.FromDateTime(result.At.UtcDateTime), EvidenceKind.Drill, result.Case.ToString(), DisclosureStatements.DigestOf(statement));
        return train.RecordAsync(admin, officer, entry, cancellationToken);
    }

    private static RefusedException Refused(string detail) => new("drill-result-invalid", $"The result is no evidence for this. {detail}");
}
