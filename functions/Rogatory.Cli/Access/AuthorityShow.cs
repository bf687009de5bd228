using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

internal sealed class AuthorityShow : CliCommand
{
    private readonly Option<string?> _out = new("--out") { Description = "Keep what the authority says of itself in this file, to verify offline with.", HelpName = "FILE" };

    public AuthorityShow()
        : base("authority", "Shows the authority: its name, keys and limits.", "rogatory authority --out authority.json")
    {
        Add(AuthorityOptions.AuthorityUrl);
        Add(_out);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        using var client = AuthorityOptions.AsAnyone(line);
        var bytes = await client.GetBytesAsync("/authority", cancellationToken);
        var authority = Files.ParseJson(bytes, "The authority's answer");
        if (line.GetValue(_out) is { } path) await Files.ReplaceAsync(path, bytes, cancellationToken);

        var limits = authority["limits"];
        var text = $"{PlainText.Of(authority, "name")} ({PlainText.Of(authority, "jurisdiction")}), policy {PlainText.Of(authority, "policy")}\n"
            + $"At most {PlainText.Of(limits, "items")} items a request, {Size("itemBytes")} an item, {Size("requestBytes")} the request itself.\nKeys:\n"
            + PlainText.Table(PlainText.List(authority, "keys").Select(key => new[] { PlainText.Of(key, "use"), PlainText.Of(key, "kty"), PlainText.Of(key, "kid") }));
        return new Answer(authority, text);

        string Size(string member) => long.TryParse(PlainText.Of(limits, member), out var bytes) ? PlainText.Size(bytes) : "unknown";
    }
}
