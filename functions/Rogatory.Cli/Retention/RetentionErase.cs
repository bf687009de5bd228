using System.CommandLine;
using System.Text.Json;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Retention;

internal sealed class RetentionErase : GroundedCommand
{
    private readonly Option<string[]> _items = Items("What is to be erased, with all that is derived from it; without it, all that the case holds. May be repeated.");

    public RetentionErase()
        : base("erase", "Proposes to erase items, or all that a case holds; nothing is erased until another officer approves.",
            "rogatory retention erase 7K3Q-F2M9-X4TD --item statement --ground no-longer-needed --citation 'LED art. 5' --reasons 'The proceedings have ended.'") =>
        Add(_items);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var view = await authority.SendJsonAsync(
            HttpMethod.Post, $"/cases/{CaseOf(line)}/erasures", JsonSerializer.SerializeToUtf8Bytes(BodyOf(line, _items)), cancellationToken);
        return new Answer(view, RetentionView.DescribeErasure(CaseOf(line), view));
    }
}
