using System.CommandLine;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Cli.Receipt;

namespace Rogatory.Cli.Retention;

internal sealed class NoticeList : PartnerCommand
{
    private readonly Option<string> _authority = new("--authority") { Description = "The authority's keys, from 'rogatory authority --out'.", Required = true, HelpName = "FILE" };

    public NoticeList()
        : base("list", "Lists what was corrected of what you sent or were handed, after verifying each signed notice.", "rogatory notice list --authority authority.json") =>
        Add(_authority);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var keys = ReceiptCheck.KeysOf(await Files.ReadJsonAsync(line.GetRequiredValue(_authority), cancellationToken));
        var notices = await ReadNotice.ListAsync(authority, keys, cancellationToken);
        var answer = new JsonObject
        {
            ["notices"] = new JsonArray([.. notices.Select(one => new JsonObject { ["state"] = one.State, ["dueAt"] = one.DueAt, ["says"] = one.Notice.ToJson() })]),
        };
        if (notices.Count == 0) return new Answer(answer, "There is no notice for you.");
        string?[] head = ["NOTICE", "STATE", "DUE", "DISCLOSURE", "SAYS", "NEXT"];
        return new Answer(answer, PlainText.Table(notices.Select(Row).Prepend(head)));
    }

    private static string?[] Row(ReadNotice one) =>
    [
        one.Notice.Notice.ToString(), one.State, one.DueAt, one.Notice.Disclosure?.ToString() ?? "-", $"{one.Describe()} ({one.Notice.Citation})",
        one.State == "acknowledged" ? "-" : $"rogatory notice acknowledge {one.Notice.Notice}",
    ];
}
