using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Core.Retention;

namespace Rogatory.Cli.Retention;

internal sealed class RetentionErase : GroundedCommand
{
    private readonly Option<string[]> _items = Items("What is to be erased, with all that is derived from it. May be repeated.");
    private readonly Option<bool> _all = new("--all") { Description = "All that the case holds is to be erased." };

    public RetentionErase()
        : base("erase", "Proposes to erase items, or all that a case holds; nothing is erased until another officer approves.",
            "rogatory retention erase 7K3Q-F2M9-X4TD --item statement --ground no-longer-needed --citation 'LED art. 5' --reasons 'The proceedings have ended.'", Words.Of<ErasureGround>())
    {
        Add(_items);
        Add(_all);
        Validators.Add(line =>
        {
            if (line.GetValue(_all) == line.GetValue(_items) is { Length: > 0 })
                line.AddError("Name what is to be erased with --item, or say --all; not both.");
        });
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        JsonObject body = BodyOf(line, _items);
        if (line.GetValue(_all))
            body["all"] = true;
        var view = await authority.SendJsonAsync(
            HttpMethod.Post, $"/cases/{CaseOf(line)}/erasures", JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        return new Answer(view, RetentionView.DescribeErasure(CaseOf(line), view));
    }
}
