using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Retention;

internal sealed class KeysStatus : OfficerCommand
{
    private readonly Option<int?> _rotation = new("--rotation") { Description = "A rotation's number; the newest one unless given.", HelpName = "N" };

    public KeysStatus()
        : base("status", "Shows how far a rotation of the key-encryption key is, and how many key envelopes are under which version.", "rogatory keys status") =>
        Add(_rotation);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var asked = line.GetValue(_rotation)?.ToString(CultureInfo.InvariantCulture) ?? "latest";
        var status = await authority.GetJsonAsync($"/keys/rotations/{asked}", cancellationToken);
        var text = new StringBuilder(Say(status["rotation"] as JsonObject, status["left"]));
        foreach (var version in PlainText.List(status, "versions"))
            text.Append(CultureInfo.InvariantCulture, $"\n  {PlainText.Of(version, "key")}: {PlainText.Of(version, "state")}, {version["envelopes"]} key envelopes");
        return new Answer(status, text.ToString());
    }

    private static string Say(JsonObject? rotation, JsonNode? left) => rotation is null
        ? "The key-encryption key was never rotated."
        : string.Create(CultureInfo.InvariantCulture, $"Rotation {rotation["rotation"]}, begun {PlainText.Of(rotation, "begunAt")}: ") + (PlainText.Of(rotation, "finishedAt") is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"finished {at}; {PlainText.Count((long?)rotation["failed"] ?? 0, "item")} could not be made anew.")
            : string.Create(CultureInfo.InvariantCulture, $"{left} key envelopes are left."));
}
