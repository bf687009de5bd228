using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Intake;

internal sealed class RequestStatus : PartnerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };

    public RequestStatus()
        : base("status", "Shows where a request stands, and which items are sealed.", "rogatory request status 7K3Q-F2M9-X4TD") => Add(_case);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var view = await authority.GetJsonAsync($"/requests/{Typed.Case(line.GetRequiredValue(_case))}", cancellationToken);
        return new Answer(view, RequestView.Describe(view));
    }
}
