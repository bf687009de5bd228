using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rogatory.Cli;

/// <summary>What a command answers, for a program and for a person.</summary>
internal sealed record Answer(JsonNode Json, string Text, ExitCode Code = ExitCode.Holds)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public void WriteTo(TextWriter output, bool asJson) =>
        output.WriteLine(asJson ? Json.ToJsonString(Indented) : PlainText.Printable(Text.TrimEnd()));
}
