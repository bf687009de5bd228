using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Core.Access;

namespace Rogatory.Cli.Disclosure;

internal sealed class ExtractMake : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Argument<string> _item = new("ITEM") { Description = "The item to make an extract of." };
    private readonly Option<string> _reasons = new("--reasons")
    {
        Description = $"Why it is made, and the item read for it; sealed, and on record. {ConsultItem.FewestJustification} to {ConsultItem.MostJustification} characters.", Required = true, HelpName = "TEXT",
    };
    private readonly ExtractChoice _choice;

    public ExtractMake()
        : base("make", "Makes an extract of an item, as an item of its own: no more than is needed goes. What was removed is searched for in it in every encoding, and where anything is left there is no extract.",
            "rogatory extract make 7K3Q-F2M9-X4TD statement --keep-rows 1-10 --remove-category person-name --reasons 'The request asks for March alone.'")
    {
        Add(_case);
        Add(_item);
        Add(_reasons);
        _choice = new ExtractChoice(this);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var (@case, item) = (Typed.Case(line.GetRequiredValue(_case)), Typed.Item(line.GetRequiredValue(_item)));
        var request = await _choice.ReadAsync(line, cancellationToken);
        var body = new JsonObject { ["request"] = JsonNode.Parse(request.ToJson()), ["reasons"] = line.GetRequiredValue(_reasons) };
        var view = await screen.WithProgressAsync($"Making an extract of {item}", null, _ => authority.SendJsonAsync(
            HttpMethod.Post, $"/cases/{@case}/items/{item}/extracts", JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken));
        return new Answer(view, Describe(@case.ToString(), view));
    }

    private static string Describe(string @case, JsonObject view)
    {
        var extract = PlainText.Of(view, "item");
        var text = new StringBuilder($"{extract} is an extract of {PlainText.Of(view, "of")}, as {PlainText.Of(view, "format")}.\n");
        if (string.Join(", ", (view["removed"] as JsonObject ?? []).Select(one => ExtractChoice.Count((long?)one.Value ?? 0, one.Key))) is { Length: > 0 } removed) text.Append("Left out: ").Append(removed).Append(".\n");
        if (Counts(view, "marks") is { Length: > 0 } marks) text.Append("Marked in place of values: ").Append(marks).Append(".\n");
        if (NotFound(view) is { Length: > 0 } missing) text.Append("Nothing was found of: ").Append(missing).Append(". Look for yourself whether it holds any: rogatory item read.\n");
        if (view["marks"] is JsonObject { Count: > 0 })
            text.Append("A mark takes away a value, not what stands around it, and names in running text are not found: read it before it goes.\n");
        text.Append(view["proof"] is null
            ? "Nothing in it can be proven word for word: no whole row, line or page of the original is in it as it stood.\n"
            : $"Its proof is {PlainText.Of(view, "proof")}, and goes with it: rogatory extract prove {@case} {extract} --help\n");
        return text.Append("Read it before it goes: rogatory item read ").Append(@case).Append(' ').Append(extract).Append(" --help\nIt goes out by: rogatory disclosure propose ")
            .Append(@case).Append(" --item ").Append(extract).Append(" --help").ToString();
    }

    // Categories can be kept as well; then their values are no marks.
    private static string NotFound(JsonObject view) => (view["selectors"] as JsonArray ?? []).Any(one => (string?)one == "keep:categories")
        ? ""
        : string.Join(", ", (view["categories"] as JsonArray ?? []).Select(one => (string)one!).Where(one => view["marks"]?[one] is null));

    private static string Counts(JsonObject view, string member) =>
        string.Join(", ", (view[member] as JsonObject ?? []).Select(one => $"{one.Value} {one.Key}"));
}
