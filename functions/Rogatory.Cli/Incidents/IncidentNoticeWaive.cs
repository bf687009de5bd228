using System.CommandLine;
using System.Globalization;
using Rogatory.Cli.Http;
using Rogatory.Cli.Retention;
using Rogatory.Core.Incidents;

namespace Rogatory.Cli.Incidents;

internal sealed class IncidentNoticeWaive : IncidentCommand
{
    private readonly Option<string> _kind = Word("--kind", "To whom it would go.", Words.Of<NoticeKind>());
    private readonly Option<string> _partner = new("--to") { Description = "The partner, for a notice to one.", HelpName = "ID" };
    private readonly Option<string> _ground = Word("--ground", "Why none is sent.", Words.Of<WaiverGround>());
    private readonly Option<string> _citation = Text("--citation", "The article relied on.", required: true);
    private readonly Option<DateOnly?> _until = new("--until") { Description = "For a restriction: the day from which its clock runs again.", HelpName = "YYYY-MM-DD" };
    private readonly Option<string> _reasons = Text("--reasons", "The reasons; they are sealed, and only their place is on record.", required: true);

    public IncidentNoticeWaive()
        : base("waive", "Says why a notice is not sent, on a ground that its article knows; that stops its clock.",
            "rogatory incident notice waive INC-7K3Q-F2M9-X4TD --kind persons-concerned --ground unintelligible --citation 'LED art. 31(3)(a)' --reasons 'The body is sealed, and no key has left us.'")
    {
        foreach (Option option in new Option[] { _kind, _partner, _ground, _citation, _until, _reasons })
            Add(option);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var body = BodyOf(
            ("kind", line.GetRequiredValue(_kind)), ("partner", line.GetValue(_partner) is { } partner ? Typed.Partner(partner).ToString() : null), ("ground", line.GetRequiredValue(_ground)),
            ("until", line.GetValue(_until)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("citation", line.GetRequiredValue(_citation)), ("reasons", line.GetRequiredValue(_reasons)));
        var view = await PostAsync(authority, $"{AddressOf(line)}/waivers", body, cancellationToken);
        return new Answer(view, IncidentText.Describe(view));
    }
}
