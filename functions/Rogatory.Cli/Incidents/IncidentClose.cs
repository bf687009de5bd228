using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Incidents;

internal sealed class IncidentClose : IncidentCommand
{
    private readonly Option<string> _cause = Text("--cause", "What caused it.", required: true);
    private readonly Option<string> _effect = Text("--effect", "What its effects were.", required: true);
    private readonly Option<string> _remedy = Text("--remedy", "What was done about it.", required: true);
    private readonly Option<string> _change = Text("--change", "What changes in rules or training, or why nothing does.", required: true);

    public IncidentClose()
        : base("close", "Closes an incident; one of high severity is then closed by another officer.",
            "rogatory incident close INC-7K3Q-F2M9-X4TD --cause 'A disk that failed.' --effect 'One body is gone.' --remedy 'The partner sent it again.' --change 'Bodies are compared each week.'")
    {
        Add(_cause);
        Add(_effect);
        Add(_remedy);
        Add(_change);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var body = BodyOf(
            ("cause", line.GetRequiredValue(_cause)), ("effect", line.GetRequiredValue(_effect)), ("remedy", line.GetRequiredValue(_remedy)), ("change", line.GetRequiredValue(_change)));
        var view = await PostAsync(authority, $"{AddressOf(line)}/closings", body, cancellationToken);
        return new Answer(view, PlainText.Of(view, "state") == "closed"
            ? $"{view["incident"]} is closed."
            : $"{view["incident"]} is proposed to be closed. Another officer closes it with: rogatory incident approve {view["incident"]} {view["closing"]} --reasons '...'");
    }
}
