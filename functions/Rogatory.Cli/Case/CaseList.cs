using System.CommandLine;
using System.Globalization;
using Rogatory.Cli.Http;
using Rogatory.Core.Case;

namespace Rogatory.Cli.Case;

internal sealed class CaseList : OfficerCommand
{
    private readonly Option<string?> _stage = new Option<string?>("--stage") { Description = "Only cases in this stage." }
        .AcceptOnlyFromAmong([.. Enum.GetNames<CaseStage>().Select(name => name.ToLowerInvariant())]);

    private readonly Option<DateOnly?> _dueBefore = new("--due-before") { Description = "Only cases with something due before this day.", HelpName = "YYYY-MM-DD" };

    public CaseList()
        : base("list", "Lists cases by stage and due date.", "rogatory case list --stage review --due-before 2027-01-01")
    {
        Add(_stage);
        Add(_dueBefore);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        List<string> filters = [];
        if (line.GetValue(_stage) is { } stage) filters.Add($"stage={stage}");
        if (line.GetValue(_dueBefore) is { } day) filters.Add($"dueBefore={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        var answer = await authority.GetJsonAsync(filters.Count == 0 ? "/cases" : $"/cases?{string.Join('&', filters)}", cancellationToken);
        var rows = PlainText.List(answer, "cases").Select(one => new[]
        {
            PlainText.Of(one, "case"), PlainText.Of(one, "stage"), PlainText.Of(one, "phase"), PlainText.Of(one, "partner"),
            $"due {PlainText.Of(one, "due") ?? "-"}", PlainText.Of(one, "handling"), PlainText.Of(one, "risk") is { } risk ? $"risk {risk}" : null,
        }).ToList();
        return new Answer(answer, rows.Count == 0 ? None(filters.Count > 0) : PlainText.Table(rows));
    }

    // The authority leaves out what the officer need not know, and does not say whether there is any.
    private static string None(bool isFiltered) =>
        isFiltered ? "No case that you need to know is at that stage or due by then; one that is not assigned to you is not listed." : "No case is assigned to you, or there is none.";
}
