using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Drills;

internal sealed class DrillStatus : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case of the run, such as DRYR-7K3Q-F2M9." };

    public DrillStatus()
        : base("status", "Tells the story of a run, and what happened since it began.", "rogatory drill status DRYR-7K3Q-F2M9") => Add(_case);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var view = await authority.GetJsonAsync($"/drills/{Typed.Case(line.GetRequiredValue(_case))}", cancellationToken);
        return new Answer(view, DrillText.OfRun(view));
    }
}
