using System.Buffers;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Access;

/// <summary>Records courses that officers passed, and undertakings that they signed. How long each counts is the pack's to say.</summary>
public sealed class TrainOfficer(OfficerRegister register, PolicySet policy, TimeProvider time)
{
    private const int MostReference = 100;
    private const int DigestCharacters = 64;
    private static readonly DateTimeOffset Oldest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SearchValues<char> InReference =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:/-");

    private AccessPolicy Access => policy.Access ?? throw new InvalidOperationException("The policy has no access pack.");

    /// <summary>Records a course. The same record again is answered as done.</summary>
    /// <exception cref="RefusedException"><c>training-malformed</c>, <c>officer-not-found</c>, <c>officer-own-record</c>, <c>drill-result-invalid</c>: it was earned before what is on record.</exception>
    public Task RecordAsync(OfficerId admin, OfficerId officer, TrainingEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        OfficerRegister.RefuseOwn(admin, officer);
        if (entry.Course is null || !Access.Courses.TryGetValue(entry.Course, out Course? course))
            throw Malformed("/course", $"The catalogue has no such course. It has {string.Join(", ", Access.Courses.Keys.Order(StringComparer.Ordinal))}.");
        if (!course.Versions.Contains(entry.Version))
            throw Malformed("/version", "That version of the course does not count, or never was one.");
        DateTimeOffset until = UntilOf(entry.PassedOn, course.Months, "/passedOn");
        if (entry.Reference is not { Length: >= 1 and <= MostReference } || entry.Reference.AsSpan().ContainsAnyExcept(InReference))
            throw Malformed("/reference", "A reference has 1 to 100 letters, digits and . _ : / -, and no name or words.");
        if (entry.Digest is { } digest && (digest.Length != DigestCharacters || !digest.All(char.IsAsciiHexDigitLower)))
            throw Malformed("/digest", "The digest is lower-case hex of SHA-256.");
        return register.AppendAsync($"officer:{admin}", (state, command) =>
        {
            var recorded = new TrainingRecorded
            {
                Command = command, Officer = officer, Course = course.Id, Version = entry.Version, PassedOn = entry.PassedOn,
                ValidUntil = until, Evidence = entry.Evidence, Reference = entry.Reference, Digest = entry.Digest,
            };
            TrainingRecorded? known = OfficerRegister.Require(state, officer).Training.GetValueOrDefault(course.Id);
            if (known is not null && known with { Command = command } == recorded)
                return [];
            // A certificate can correct what was entered wrongly; a result says itself when it was earned.
            return entry.Evidence == EvidenceKind.Drill && known?.PassedOn > entry.PassedOn
                ? throw new RefusedException("drill-result-invalid", "The result is no evidence for this. The course was passed again since.")
                : [recorded];
        }, cancellationToken);
    }

    /// <summary>Records that the officer signed the undertaking, word for word as it is in use. The same record again is answered as done.</summary>
    /// <exception cref="RefusedException"><c>training-malformed</c>, <c>officer-not-found</c>, <c>officer-own-record</c>.</exception>
    public Task BindAsync(OfficerId admin, OfficerId officer, string version, string digest, DateOnly signedOn, CancellationToken cancellationToken)
    {
        OfficerRegister.RefuseOwn(admin, officer);
        UndertakingText text = Access.Undertaking;
        if (version != text.Version)
            throw Malformed("/version", "Another version of the undertaking is in use.");
        if (digest != text.Digest)
            throw Malformed("/digest", "What was signed is another text than the undertaking in use.");
        DateTimeOffset until = UntilOf(signedOn, text.Months, "/signedOn");
        return register.AppendAsync($"officer:{admin}", (state, command) =>
        {
            var signed = new UndertakingSigned { Command = command, Officer = officer, Version = version, Digest = digest, SignedOn = signedOn, ValidUntil = until };
            return OfficerRegister.Require(state, officer).Undertaking is { } same && same with { Command = command } == signed ? [] : [signed];
        }, cancellationToken);
    }

    private DateTimeOffset UntilOf(DateOnly day, int months, string pointer)
    {
        DateTimeOffset now = time.GetUtcNow();
        var start = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        // A day begins in the east up to fourteen hours before it does in UTC.
        if (start > now.AddHours(14) || start < Oldest)
            throw Malformed(pointer, "The day is one to come, or before the year 2000.");
        return start.AddMonths(months);
    }

    private static RefusedException Malformed(string pointer, string detail) => RefusedException.Malformed("training-malformed", pointer, detail);
}
