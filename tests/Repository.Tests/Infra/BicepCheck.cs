using System.Text.RegularExpressions;

namespace Repository.Tests.Infra;

/// <summary>What can be wrong with a set of Bicep files; each check names what it found.</summary>
internal static partial class BicepCheck
{
    public static IEnumerable<string> Balance(IReadOnlyList<BicepFile> files) =>
        from file in files where !file.IsBalanced select $"{file.Path}: its brackets don't balance";

    public static IEnumerable<string> Parameters(IReadOnlyList<BicepFile> files) =>
        from file in files
        from parameter in file.Parameters
        from fault in (string[])[
            parameter.IsDescribed ? "" : "has no description",
            IsUsed(file, parameter.Name) ? "" : "is not used"]
        where fault.Length > 0
        select $"{file.Path}: {parameter.Name} {fault}";

    public static IEnumerable<string> Modules(IReadOnlyList<BicepFile> files)
    {
        foreach (var file in files)
        {
            foreach (var module in file.Modules)
            {
                var folder = Path.GetDirectoryName(file.Path)!.Replace('\\', '/');
                var path = $"{folder}/{module.Path}";
                var called = files.FirstOrDefault(one => one.Path == path);
                if (called is null)
                {
                    yield return $"{file.Path}: {module.Path} is not there";
                    continue;
                }

                foreach (var name in module.Given.Except(called.Parameters.Select(one => one.Name)))
                    yield return $"{file.Path}: {module.Name} is given {name}, which it doesn't take";
                foreach (var name in called.Parameters.Where(one => !one.HasDefault).Select(one => one.Name).Except(module.Given))
                    yield return $"{file.Path}: {module.Name} is not given {name}";
                foreach (Match use in Regex.Matches(file.Code, $@"\b{module.Name}\.outputs\.(?<output>\w+)"))
                {
                    if (!called.Outputs.Contains(use.Groups["output"].Value)) yield return $"{file.Path}: {module.Name} has no output {use.Groups["output"].Value}";
                }
            }
        }
    }

    /// <summary>Every file is a module of another, but for the one that is deployed.</summary>
    public static IEnumerable<string> Unused(IReadOnlyList<BicepFile> files, string deployed) =>
        files.Select(file => file.Path).Except(files.SelectMany(file => file.Modules.Select(module => $"{Path.GetDirectoryName(file.Path)!.Replace('\\', '/')}/{module.Path}"))).Except([deployed])
            .Select(path => $"{path} is used by no other");

    public static IEnumerable<string> RoleAssignments(IReadOnlyList<BicepFile> files, string allowed)
    {
        foreach (var file in files)
        {
            for (var at = 0; at < file.Lines.Count; at++)
            {
                var assignment = Assignment().Match(file.Lines[at]);
                if (!assignment.Success) continue;
                var name = assignment.Groups["name"].Value;
                if (file.Path != allowed) yield return $"{file.Path}: {name} belongs in {allowed}";
                if (at == 0 || !Reason().IsMatch(file.Lines[at - 1])) yield return $"{file.Path}: {name} has no reason above it";
                if (!file.Lines[at + 1].TrimStart().StartsWith("name: guid(", StringComparison.Ordinal)) yield return $"{file.Path}: {name} is not named by guid(...)";
            }
        }
    }

    public static IEnumerable<string> Secrets(IReadOnlyList<BicepFile> files) =>
        from file in files
        from line in file.Code.Split('\n')
        where ListsSecrets().IsMatch(line) || (line.StartsWith("output ", StringComparison.Ordinal) && SecretNames().IsMatch(line))
        select $"{file.Path}: {line.Trim()}";

    /// <summary>One version of each type: two would be one that nobody looked at.</summary>
    public static IEnumerable<string> Versions(IReadOnlyList<BicepFile> files) =>
        files.SelectMany(file => Types().Matches(file.Code)).Select(type => (Name: type.Groups["type"].Value, Version: type.Groups["version"].Value)).Distinct()
            .GroupBy(type => type.Name).Where(type => type.Count() > 1).Select(type => $"{type.Key} has versions {string.Join(" and ", type.Select(one => one.Version))}");

    /// <summary>Wildcards in a role give what nobody thought of.</summary>
    public static IEnumerable<string> Roles(IReadOnlyList<BicepFile> files) =>
        from file in files
        where file.Code.Contains("roleDefinitions@", StringComparison.Ordinal)
        from line in file.Code.Split('\n')
        where line.Contains("/*", StringComparison.Ordinal) || line.Trim() == "'*'"
        select $"{file.Path}: {line.Trim()}";

    /// <summary>True where the name stands for more than itself: not its declaration, and not the name of a member.</summary>
    private static bool IsUsed(BicepFile file, string name) =>
        Regex.Count(file.Code, $@"\b{name}\b") - Regex.Count(file.Code, $@"^\s+{name}:", RegexOptions.Multiline) > 1;

    [GeneratedRegex(@"^resource (?<name>\w+) 'Microsoft\.Authorization/roleAssignments@")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^// \S.{20,}\.$")]
    private static partial Regex Reason();

    [GeneratedRegex(@"\blist(Keys|AccountSas|ServiceSas|Secrets)?\(|\.list\w+\(")]
    private static partial Regex ListsSecrets();

    [GeneratedRegex("ConnectionString|InstrumentationKey|primaryKey|password|secret|sasToken", RegexOptions.IgnoreCase)]
    private static partial Regex SecretNames();

    [GeneratedRegex(@"'(?<type>Microsoft\.[A-Za-z]+(/[A-Za-z]+)+)@(?<version>[\w-]+)'", RegexOptions.ExplicitCapture)]
    private static partial Regex Types();
}
