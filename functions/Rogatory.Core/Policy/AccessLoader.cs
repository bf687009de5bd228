using Rogatory.Core.Access;

namespace Rogatory.Core.Policy;

/// <summary>Reads the access pack, the course catalogue and the undertaking strictly, and checks them together.</summary>
internal static class AccessLoader
{
    /// <summary>What the name of a file begins with.</summary>
    public const string PackPrefix = "Access.";

    private const string PackName = PackPrefix + "access.json";
    private const string CoursesName = PackPrefix + "courses.json";
    private const string UndertakingName = PackPrefix + "undertaking.json";

    /// <summary>The access policy and its version, or null when there is no access pack.</summary>
    /// <exception cref="PolicyException">A file cannot be used.</exception>
    public static (AccessPolicy Policy, DateOnly Version)? Load(IReadOnlyDictionary<string, byte[]> files)
    {
        if (!files.Keys.Any(name => name.StartsWith(PackPrefix, StringComparison.Ordinal)))
            return null;
        AccessPack pack = Read<AccessPack>(files, PackName);
        CourseCatalogue catalogue = Read<CourseCatalogue>(files, CoursesName);
        UndertakingText undertaking = Read<UndertakingText>(files, UndertakingName);
        Require(IsText(pack.Title) && IsText(pack.Source) && pack is { AssignmentMonths: > 0, GlassHours: > 0 }, PackName, "it lacks a title, a source or a time");
        Require(IsText(catalogue.Title) && IsText(catalogue.Source), CoursesName, "it lacks a title or a source");
        Require(catalogue.Courses.All(course => IsText(course.Id) && IsText(course.Title) && IsText(course.Citation) && course.Versions.Count > 0 && course.Months > 0), CoursesName, "a course lacks a title, a version, a time or a citation");
        Require(catalogue.Courses.DistinctBy(course => course.Id).Count() == catalogue.Courses.Count, CoursesName, "a course stands twice");
        Require(IsText(undertaking.Version) && IsText(undertaking.Citation) && undertaking.Months > 0 && undertaking.Text.Any(IsText), UndertakingName, "it lacks a text, a version, a time or a citation");
        string? unsaid = Enum.GetValues<AccessCondition>().Where(condition => pack.Rules.Count(rule => rule.Condition == condition) != 1).Select(condition => $"{condition}").FirstOrDefault();
        Require(unsaid is null, PackName, $"the condition {unsaid} has not exactly one rule");
        Require(pack.Rules.All(rule => IsText(rule.Id) && IsText(rule.Citation) && IsText(rule.Message) && IsText(rule.Remedy)), PackName, "a rule lacks an id, a citation, a message or a remedy");
        foreach ((string act, ActRule rule) in pack.Acts)
            Check(act, rule, catalogue);
        DateOnly version = pack.Version > catalogue.Version ? pack.Version : catalogue.Version;
        return (new AccessPolicy(pack, version, catalogue.Courses, undertaking), version);
    }

    private static void Check(string act, ActRule rule, CourseCatalogue catalogue)
    {
        Require(IsText(rule.Citation), PackName, $"{act} lacks a citation");
        Require((rule.Who is AccessCaller.Officer or AccessCaller.Either) == rule.Roles.Count > 0, PackName, $"{act} is an officer's and has no role, or the other way round");
        string? unknown = rule.Courses.Concat(rule.IfSpecial).Concat(rule.IfVulnerable).FirstOrDefault(id => catalogue.Courses.All(course => course.Id != id));
        Require(unknown is null, PackName, $"{act} asks for the course {unknown}, which is in no catalogue");
        Require(rule.Exempt.All(rule.Roles.Contains), PackName, $"{act} exempts a role that it is not for");
    }

    private static T Read<T>(IReadOnlyDictionary<string, byte[]> files, string name)
        where T : class =>
        files.TryGetValue(name, out byte[]? content) ? TransferLoader.Read<T>(name, content) : throw new PolicyException(name, "it is not there");

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text);

    private static void Require(bool condition, string pack, string reason)
    {
        if (!condition)
            throw new PolicyException(pack, reason);
    }
}
