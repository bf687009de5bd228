using System.CommandLine;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Sealing;

internal sealed class Upload : PartnerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Argument<string[]> _items = new("ITEM=FILE") { Description = "The items, as the request declares them, each with its file.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _state = new("--state")
    {
        Description = "The folder that remembers how far uploads came. Else one of your own.",
        HelpName = "DIR",
    };

    public Upload()
        : base("upload", "Seals items of any size at this desk and writes them straight to the authority's storage. Run again after a cut, it goes on where it stopped.",
            "rogatory upload 7K3Q-F2M9-X4TD image=disk.img")
    {
        Add(_case);
        Add(_items);
        Add(_state);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var @case = Typed.Case(line.GetRequiredValue(_case));
        var files = Typed.ItemFiles(line.GetRequiredValue(_items));
        using var ownKey = await AuthorityOptions.OwnKeyAsync(line, cancellationToken);
        var upload = new SealedUpload(authority, screen, ownKey, line.GetValue(_state) ?? UploadRecord.DefaultFolder());
        var done = new JsonArray();
        foreach (var (item, file) in files)
            done.Add(new JsonObject { ["item"] = item.ToString(), ["state"] = PlainText.Of(await upload.RunAsync(@case, item, file, cancellationToken), "state") });
        return new Answer(new JsonObject { ["items"] = done }, string.Join('\n', files.Keys.Select(item => $"Item {item} is sealed.")));
    }
}
