using System.Text;
using System.Text.RegularExpressions;

namespace Repository.Tests.Infra;

/// <summary>A Bicep file as text, as far as it can be told without the compiler.</summary>
internal sealed partial class BicepFile
{
    public BicepFile(string path, string text)
    {
        (Path, Text) = (path, text);
        Code = WithoutComments(text);
        Lines = text.Split('\n');
        Parameters = [.. ParameterLines().Matches(text).Select(line => new BicepParameter(
            line.Groups["name"].Value, line.Groups["rest"].Value.Contains('=', StringComparison.Ordinal), Above(line.Index).Contains("@description('", StringComparison.Ordinal)))];
        Outputs = [.. OutputLines().Matches(text).Select(line => line.Groups["name"].Value)];
        Modules = [.. ModuleLines().Matches(Code).Select(line => new BicepModule(
            line.Groups["name"].Value, line.Groups["path"].Value, ParameterNames(Block(line.Index + line.Length - 1))))];
    }

    public string Path { get; }

    public string Text { get; }

    /// <summary>The text without comments; strings are still in it.</summary>
    public string Code { get; }

    public IReadOnlyList<string> Lines { get; }

    public IReadOnlyList<BicepParameter> Parameters { get; }

    public IReadOnlyList<string> Outputs { get; }

    public IReadOnlyList<BicepModule> Modules { get; }

    /// <summary>What opens and is never closed, or the other way round, outside strings.</summary>
    public bool IsBalanced
    {
        get
        {
            var open = new Stack<char>();
            foreach (var sign in Strings().Replace(Code, "''"))
            {
                if (sign is '{' or '[' or '(') open.Push(sign);
                else if (sign is '}' or ']' or ')' && (!open.TryPop(out var opened) || (opened, sign) is not (('{', '}') or ('[', ']') or ('(', ')')))) return false;
            }
            return open.Count == 0;
        }
    }

    /// <summary>The names of the settings in the app's list.</summary>
    public IEnumerable<string> AppSettings
    {
        get
        {
            var at = Code.IndexOf("appSettings: [", StringComparison.Ordinal);
            return at < 0 ? [] : SettingNames().Matches(Code[at..]).Select(name => name.Groups["name"].Value).TakeWhile(name => name != "scm");
        }
    }

    /// <summary>The lines right above, up to an empty one.</summary>
    private string Above(int index)
    {
        var before = Text[..index];
        var empty = before.LastIndexOf("\n\n", StringComparison.Ordinal);
        return before[(empty < 0 ? 0 : empty)..];
    }

    private string Block(int opening)
    {
        var depth = 0;
        for (var at = opening; at < Code.Length; at++)
        {
            if (Code[at] == '{') depth++;
            else if (Code[at] == '}' && --depth == 0) return Code[opening..(at + 1)];
        }
        return Code[opening..];
    }

    private static List<string> ParameterNames(string module)
    {
        var at = module.IndexOf("\n  params: {\n", StringComparison.Ordinal);
        if (at < 0) return [];
        var end = module.IndexOf("\n  }", at + 1, StringComparison.Ordinal);
        return [.. FourSpaces().Matches(module[at..end]).Select(line => line.Groups["name"].Value)];
    }

    private static string WithoutComments(string text)
    {
        var code = new StringBuilder(text.Length);
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.TrimStart();
            if (trimmed.StartsWith("//", StringComparison.Ordinal) || trimmed.StartsWith("@description(", StringComparison.Ordinal)) code.Append('\n');
            else code.Append(line).Append('\n');
        }
        return code.ToString();
    }

    [GeneratedRegex(@"^param (?<name>\w+) (?<rest>.*)$", RegexOptions.Multiline)]
    private static partial Regex ParameterLines();

    [GeneratedRegex(@"^output (?<name>\w+) ", RegexOptions.Multiline)]
    private static partial Regex OutputLines();

    [GeneratedRegex(@"^module (?<name>\w+) '(?<path>[^']+)' = [^\n]*\{$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ModuleLines();

    [GeneratedRegex(@"^    (?<name>\w+):", RegexOptions.Multiline)]
    private static partial Regex FourSpaces();

    [GeneratedRegex(@"^\s+name: '(?<name>\w+)'$", RegexOptions.Multiline)]
    private static partial Regex SettingNames();

    [GeneratedRegex(@"'(\\.|[^'\\\n])*'")]
    private static partial Regex Strings();
}
