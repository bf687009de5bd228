using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Cli.Retention;
using Rogatory.Core.Access.Officers;

namespace Rogatory.Cli.Access;

internal sealed class GlassReview : OfficerCommand
{
    private readonly Argument<int> _glass = new("GLASS") { Description = "Its number." };
    private readonly Option<string> _outcome = new("--outcome") { Description = "What the review came to.", Required = true };
    private readonly Option<string> _reasons = new("--reasons") { Description = "The reasons; they are sealed, and only their place is on record.", Required = true, HelpName = "TEXT" };

    public GlassReview()
        : base("review", "Closes the review of a broken glass: for another officer than the one who broke it.",
            "rogatory glass review 1 --outcome justified --reasons 'The hearing was that evening, and nobody assigned could be reached.'")
    {
        Add(_glass);
        Add(_outcome.AcceptOnlyFromAmong(Words.Of<GlassOutcome>()));
        Add(_reasons);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        string glass = line.GetRequiredValue(_glass).ToString(CultureInfo.InvariantCulture);
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["outcome"] = line.GetRequiredValue(_outcome), ["reasons"] = line.GetRequiredValue(_reasons) });
        var view = await authority.SendJsonAsync(HttpMethod.Post, $"/glass/{glass}/review", body, cancellationToken);
        return new Answer(view, $"The review of glass {glass} is closed: {PlainText.Of(view["review"], "outcome")}.");
    }
}
