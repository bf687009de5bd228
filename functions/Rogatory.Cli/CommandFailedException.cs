using System.Text.Json.Nodes;

namespace Rogatory.Cli;

/// <summary>A command cannot go on: why, what to do about it, and with which exit status.</summary>
internal sealed class CommandFailedException(ExitCode code, string slug, string cause, string? cure = null, Exception? inner = null)
    : Exception(cause, inner)
{
    public ExitCode Code { get; } = code;

    /// <summary>A stable name: the authority's own for a refusal.</summary>
    public string Slug { get; } = slug;

    public string? Cure { get; } = cure;

    /// <summary>The faults a refusal lists, each with a JSON pointer into what was sent.</summary>
    public JsonArray? Faults { get; init; }

    /// <summary>What is missing where access is refused, each with its rule, citation, remedy and facts.</summary>
    public JsonArray? Findings { get; init; }

    public static CommandFailedException Usage(string cause, string? cure = null, Exception? inner = null) =>
        new(ExitCode.Usage, "usage", cause, cure, inner);
}
