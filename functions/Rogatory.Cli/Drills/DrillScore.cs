using System.CommandLine;
using System.Text;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Drills;

/// <summary>A run that was not passed ends with the status of what does not hold.</summary>
internal sealed class DrillScore : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case of the run, such as DRYR-7K3Q-F2M9." };
    private readonly Option<string?> _out = new("--out") { Description = "Keep the signed result in this file: it is evidence for courses.", HelpName = "RESULT.jws" };

    public DrillScore()
        : base("score", "Scores a run, which ends it: each point with why, and the law.", "rogatory drill score DRYR-7K3Q-F2M9 --out result.jws")
    {
        Add(_case);
        Add(_out);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var score = await authority.SendJsonAsync(HttpMethod.Post, $"/drills/{Typed.Case(line.GetRequiredValue(_case))}/score", null, cancellationToken);
        if (line.GetValue(_out) is { } path)
            await Files.ReplaceAsync(path, Encoding.ASCII.GetBytes(PlainText.Of(score, "statement") ?? ""), cancellationToken);
        return new Answer(score, DrillText.OfScore(score), PlainText.Of(score, "passed") == "true" ? ExitCode.Holds : ExitCode.Breaks);
    }
}
