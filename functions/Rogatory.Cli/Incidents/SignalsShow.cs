using System.CommandLine;
using System.Globalization;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Incidents;

internal sealed class SignalsShow : OfficerCommand
{
    private readonly Option<DateOnly?> _since = new("--since") { Description = "Only those of this day and later.", HelpName = "YYYY-MM-DD" };

    public SignalsShow()
        : base("signals", "Lists what officers and partners did that is not what they or their peers do, and why it is a signal.", "rogatory signals --since 2026-11-01") =>
        Add(_since);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var query = line.GetValue(_since) is { } since ? $"?since={since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        var answer = await authority.GetJsonAsync($"/signals{query}", cancellationToken);
        var signals = PlainText.List(answer, "signals").Select(SignalText.Of).ToList();
        var looked = PlainText.Of(answer, "lookedUntil") is { } day ? $"Looked at until {day}." : "No day was looked at yet: each is once it is over.";
        return new Answer(answer, (signals.Count > 0 ? string.Concat(signals) : "There is no signal. ") + looked);
    }
}
