using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Case;
using Rogatory.Cli.Http;
using Rogatory.Cli.Intake;
using Rogatory.Core.Retention;

namespace Rogatory.Cli.Retention;

internal sealed class ItemRectify : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Argument<string> _item = new("ITEM") { Description = "The item that is wrong." };
    private readonly Option<string> _ground = new Option<string>("--ground") { Description = "What is wrong with it.", Required = true, HelpName = "GROUND" }
        .AcceptOnlyFromAmong(Words.Of<RectificationGround>());

    private readonly Option<string?> _text = new("--text") { Description = "What is right, in words; or give --file.", HelpName = "TEXT" };
    private readonly Option<string?> _file = new("--file") { Description = "What is right, as a file of at most 1 MiB; it is sealed with its name.", HelpName = "FILE" };
    private readonly Option<string?> _type = new("--type") { Description = "The file's media type; the one that its name suggests when left out.", HelpName = "TYPE" };
    private readonly Option<string> _citation = new("--citation") { Description = "The article relied on.", Required = true, HelpName = "TEXT" };
    private readonly Option<string> _reasons = new("--reasons") { Description = "The reasons; they are sealed, and only their place is on record.", Required = true, HelpName = "TEXT" };

    public ItemRectify()
        : base("rectify", "Says that an item is wrong, and what is right. The item stays as it is, and goes out with its correction only; whoever has it is told.",
            "rogatory item rectify 7K3Q-F2M9-X4TD statement --ground inaccurate --text 'The booking of 3 March is of another account.' --citation 'LED art. 16(1)' --reasons 'The bank corrected it.'")
    {
        Add(_case);
        Add(_item);
        Add(_ground);
        Add(_text);
        Add(_file);
        Add(_type);
        Add(_citation);
        Add(_reasons);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var (@case, item) = (Typed.Case(line.GetRequiredValue(_case)), Typed.Item(line.GetRequiredValue(_item)));
        var (text, file) = (line.GetValue(_text), line.GetValue(_file));
        if (text is null == file is null) throw CommandFailedException.Usage("Give what is right as --text or as --file, and not as both.");
        var body = new JsonObject
        {
            ["ground"] = line.GetRequiredValue(_ground), ["citation"] = line.GetRequiredValue(_citation), ["reasons"] = line.GetRequiredValue(_reasons),
            ["content"] = Convert.ToBase64String(file is null ? Encoding.UTF8.GetBytes(text!) : await Files.ReadBytesAsync(file, RectifyItem.MostBytes, cancellationToken)),
        };
        if (file is not null) body["name"] = Path.GetFileName(file);
        if (line.GetValue(_type) is { } type) body["type"] = type;
        else if (file is not null) body["type"] = MediaTypes.Of(file);
        var view = await authority.SendJsonAsync(
            HttpMethod.Post, $"/cases/{@case}/items/{item}/rectification",
            JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        return new Answer(view, $"Item {item} of case {@case} is rectified by {CorrectionOf(view, item.ToString())}, and goes out with it only.\n{CaseView.Describe(view)}");
    }
    private static string CorrectionOf(JsonObject view, string item) =>
        PlainText.Of(PlainText.List(view, "items").FirstOrDefault(one => PlainText.Of(one, "id") == item), "correction") ?? "what was given";
}
