using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Case;

internal sealed class CaseShow : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };

    public CaseShow()
        : base("show", "Shows a case.", "rogatory case show 7K3Q-F2M9-X4TD") => Add(_case);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var view = await authority.GetJsonAsync($"/cases/{Typed.Case(line.GetRequiredValue(_case))}", cancellationToken);
        return new Answer(view, CaseView.Describe(view));
    }
}
