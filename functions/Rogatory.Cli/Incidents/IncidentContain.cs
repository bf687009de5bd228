using System.CommandLine;
using Rogatory.Cli.Http;
using Rogatory.Cli.Retention;
using Rogatory.Core.Incidents;

namespace Rogatory.Cli.Incidents;

internal sealed class IncidentContain : IncidentCommand
{
    private readonly Option<string> _measure = Word("--measure", "What is done.", Words.Of<ContainmentMeasure>());
    private readonly Option<string> _reasons = Text("--reasons", "The reasons; they are sealed, and only their place is on record.", required: true);
    private readonly Option<string?> _case = new("--case") { Description = "The case whose disclosures are withdrawn, or whose erasure is held.", HelpName = "CASE" };
    private readonly Option<string?> _partner = new("--of-partner") { Description = "The partner that is suspended.", HelpName = "ID" };
    private readonly Option<string?> _officer = new("--of-officer") { Description = "The officer who is suspended.", HelpName = "ID" };
    private readonly Option<string?> _key = new("--key-version") { Description = "The version of the key-encryption key that is disabled.", HelpName = "ID" };

    public IncidentContain()
        : base("contain", "Takes a measure so that an incident does no more harm; each needs the role that it needs elsewhere.",
            "rogatory incident contain INC-7K3Q-F2M9-X4TD --measure suspend-partner --of-partner fr-pnf --reasons 'Its signing key was stolen.'")
    {
        Add(_measure);
        Add(_reasons);
        Add(_case);
        Add(_partner);
        Add(_officer);
        Add(_key);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var body = BodyOf(
            ("measure", line.GetRequiredValue(_measure)), ("reasons", line.GetRequiredValue(_reasons)), ("case", line.GetValue(_case) is { } @case ? Typed.Case(@case).ToString() : null),
            ("partner", line.GetValue(_partner) is { } partner ? Typed.Partner(partner).ToString() : null), ("officer", line.GetValue(_officer) is { } officer ? Typed.Officer(officer).ToString() : null), ("key", line.GetValue(_key)));
        var view = await PostAsync(authority, $"{AddressOf(line)}/containment", body, cancellationToken);
        return new Answer(view, IncidentText.Describe(view));
    }
}
