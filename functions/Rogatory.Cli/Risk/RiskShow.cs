using System.CommandLine;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Risk;

internal sealed class RiskShow : OfficerCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Option<bool> _wait = new("--wait") { Description = "Wait until the case is assessed and none of its items waits for classification." };

    public RiskShow()
        : base("risk", "Says in words what letting out what a case holds would risk: by which rules, on what facts, and what is demanded before anything goes.", "rogatory risk 7K3Q-F2M9-X4TD")
    {
        Add(_case);
        Add(_wait);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var path = $"/cases/{Typed.Case(line.GetRequiredValue(_case))}/risk";
        while (true)
        {
            try
            {
                var view = await authority.GetJsonAsync(path, cancellationToken);
                if (!line.GetValue(_wait) || (bool?)view["waiting"] != true)
                    return new Answer(view, RiskText.Describe(view));
            }
            catch (CommandFailedException refused) when (refused.Slug == "risk-not-assessed" && line.GetValue(_wait))
            {
                // It is as soon as everything that was declared is sealed.
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
