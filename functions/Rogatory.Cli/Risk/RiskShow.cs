using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Risk;

internal sealed class RiskShow : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };

    public RiskShow()
        : base("risk", "Says in words what letting out what a case holds would risk: by which rules, on what facts, and what is demanded before anything goes.", "rogatory risk 7K3Q-F2M9-X4TD") =>
        Add(_case);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var view = await authority.GetJsonAsync($"/cases/{Typed.Case(line.GetRequiredValue(_case))}/risk", cancellationToken);
        return new Answer(view, RiskText.Describe(view));
    }
}
