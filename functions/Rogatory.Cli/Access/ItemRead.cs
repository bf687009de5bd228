using System.CommandLine;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

internal sealed class ItemRead : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Argument<string> _item = new("ITEM") { Description = "The item." };
    private readonly Option<string> _justification = Justification.Option("Why you need to read it; it is sealed and stays on record.");
    private readonly Option<string> _out = new("--out") { Description = "Where the plaintext goes; only its owner can read it.", Required = true, HelpName = "FILE" };
    private readonly Option<string?> _range = new("--range") { Description = "Only these bytes, from 0, both ends included; A- reads on to the end.", HelpName = "A-B" };

    public ItemRead()
        : base("read", "Reads an item in plain. That you did, and why, is on record before the first byte.",
            "rogatory item read 7K3Q-F2M9-X4TD statement --justification 'Checking the accounts named in part 2' --out statement.csv")
    {
        Add(_case);
        Add(_item);
        Add(_justification);
        Add(_out);
        Add(_range);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var (@case, item, path) = (Typed.Case(line.GetRequiredValue(_case)), Typed.Item(line.GetRequiredValue(_item)), line.GetRequiredValue(_out));
        var justification = Justification.Of(line, _justification);
        var range = line.GetValue(_range) is { } text ? ParseRange(text) : null;

        var size = await Files.ReplaceAsync(path, file => screen.WithProgressAsync($"Reading {item}", null, report => ItemContent.DownloadAsync(
            authority, @case, item.ToString(),
            request =>
            {
                Justification.Give(request, justification);
                request.Headers.Range = range;
            },
            file, report, cancellationToken)));
        var answer = new JsonObject { ["case"] = @case.ToString(), ["item"] = item.ToString(), ["bytes"] = size, ["file"] = path };
        return new Answer(answer, $"{path} holds {PlainText.Size(size)} of item {item}, in plain.");
    }

    private static RangeHeaderValue ParseRange(string text)
    {
        var ends = text.Split('-');
        if (ends.Length == 2 && Number(ends[0]) is { } from && (ends[1].Length == 0 || Number(ends[1]) >= from))
            return new RangeHeaderValue(from, Number(ends[1]));
        throw CommandFailedException.Usage("--range is A-B, the first and the last byte wanted, or A-.");

        static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
