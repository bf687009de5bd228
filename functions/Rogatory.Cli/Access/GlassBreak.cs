using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

internal sealed class GlassBreak : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Option<string> _reasons = new("--reasons") { Description = "Why it can't wait for an assignment; they are sealed, and a second person reviews them.", Required = true, HelpName = "TEXT" };

    public GlassBreak()
        : base("break", "In an emergency: sees a case without an assignment for four hours. The data protection officer is told at once.",
            "rogatory glass break 7K3Q-F2M9-X4TD --reasons 'The hearing was brought forward to this evening.'")
    {
        Add(_case);
        Add(_reasons);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var @case = Typed.Case(line.GetRequiredValue(_case));
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["reasons"] = line.GetRequiredValue(_reasons) });
        var view = await authority.SendJsonAsync(HttpMethod.Post, $"/cases/{@case}/glass", body, cancellationToken);
        return new Answer(view, $"Glass {view["glass"]}: you see {@case} until {PlainText.Of(view, "until")}. A second person reviews why: rogatory glass review {view["glass"]}");
    }
}
