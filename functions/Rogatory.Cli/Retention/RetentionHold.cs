using System.CommandLine;
using System.Text.Json;
using Rogatory.Cli.Http;
using Rogatory.Core.Retention;

namespace Rogatory.Cli.Retention;

internal sealed class RetentionHold : GroundedCommand
{
    private readonly Option<string[]> _items = Items("What it covers, with all that is derived from it; without it, the whole case. May be repeated.");

    public RetentionHold()
        : base("hold", "Places a legal hold: nothing that it covers is erased until another officer lifts it.",
            "rogatory retention hold 7K3Q-F2M9-X4TD --item statement --ground pending-proceedings --citation 'LED art. 16(3)' --reasons 'It is evidence in the appeal.'", Words.Of<HoldGround>()) =>
        Add(_items);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var view = await authority.SendJsonAsync(
            HttpMethod.Post, $"/cases/{CaseOf(line)}/holds", JsonSerializer.SerializeToUtf8Bytes(BodyOf(line, _items)), cancellationToken);
        return new Answer(view, $"Hold {view["hold"]} stands on {RetentionView.ItemsOf(view)}.\n" +
            $"Another officer lifts it with: rogatory retention lift {CaseOf(line)} {view["hold"]} --reasons '...'");
    }
}
