using System.CommandLine;
using System.Globalization;
using Rogatory.Cli.Http;
using Rogatory.Cli.Retention;
using Rogatory.Core.Incidents;

namespace Rogatory.Cli.Incidents;

internal sealed class IncidentNoticeSent : IncidentCommand
{
    private readonly Argument<int> _notice = new("NOTICE") { Description = "The notice's number in the incident." };
    private readonly Option<string> _file = new("--file") { Description = "What was sent, as 'notice draft --out' wrote it.", Required = true, HelpName = "FILE" };
    private readonly Option<string> _channel = Word("--channel", "By what way it went.", Words.Of<NoticeChannel>());
    private readonly Option<DateTimeOffset?> _at = new("--at") { Description = "When; now, unless said.", HelpName = "TIME" };

    public IncidentNoticeSent()
        : base("sent", "Says that a notice was sent, which stops its clock.", "rogatory incident notice sent INC-7K3Q-F2M9-X4TD 1 --file notice.json --channel portal")
    {
        Add(_notice);
        Add(_file);
        Add(_channel);
        Add(_at);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var digest = NoticeFile.DigestOf(await Files.ReadJsonAsync(line.GetRequiredValue(_file), cancellationToken));
        var at = line.GetValue(_at)?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var view = await PostAsync(
            authority, string.Create(CultureInfo.InvariantCulture, $"{AddressOf(line)}/notices/{line.GetRequiredValue(_notice)}/sending"),
            BodyOf(("digest", digest), ("channel", line.GetRequiredValue(_channel)), ("sentAt", at)), cancellationToken);
        return new Answer(view, IncidentText.Describe(view));
    }
}
