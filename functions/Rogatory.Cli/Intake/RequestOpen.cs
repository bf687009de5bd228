using System.CommandLine;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Core.Intake;

namespace Rogatory.Cli.Intake;

internal sealed class RequestOpen : PartnerCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The request." };

    public RequestOpen()
        : base("open", "Opens a case with a request. The same request again gives the same case.", "rogatory request open request.json") => Add(_file);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var view = await OpenAsync(line.GetRequiredValue(_file), authority, screen, cancellationToken);
        return new Answer(view, RequestView.Describe(view));
    }

    /// <summary>Sends the request's bytes as they are: their digest is what the receipt names.</summary>
    public static async Task<JsonObject> OpenAsync(string path, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var request = await Files.ReadBytesAsync(path, RequestLimits.MostBytes, cancellationToken);
        return await Retry.RunAsync(screen, () => authority.SendJsonAsync(HttpMethod.Post, "/requests", request, cancellationToken), cancellationToken);
    }
}
