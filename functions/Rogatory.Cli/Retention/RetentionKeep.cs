using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Rogatory.Cli.Http;
using Rogatory.Core.Retention;

namespace Rogatory.Cli.Retention;

internal sealed class RetentionKeep : GroundedCommand
{
    private readonly Option<DateOnly> _until = new("--until") { Description = "The last day that it is needed.", Required = true, HelpName = "YYYY-MM-DD" };

    public RetentionKeep()
        : base("keep", "Says, after a review, until when a case is needed. For one that is not, propose to erase it.",
            "rogatory retention keep 7K3Q-F2M9-X4TD --until 2031-12-31 --ground still-needed --citation 'LED art. 5' --reasons 'The trial is set for 2031.'", Words.Of<KeepingGround>()) =>
        Add(_until);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var body = BodyOf(line);
        body["keepUntil"] = line.GetRequiredValue(_until).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var view = await authority.SendJsonAsync(HttpMethod.Post, $"/cases/{CaseOf(line)}/reviews", JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        return new Answer(view, RetentionView.Describe(view));
    }
}
