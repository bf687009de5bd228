using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Cli.Retention;
using Rogatory.Core.Access.Officers;

namespace Rogatory.Cli.Access;

internal sealed class OfficerConflict : OfficerCommand
{
    private readonly Argument<string> _officer = new("ID") { Description = "The officer, as the token's subject names them." };
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Option<string?> _kind = new("--kind") { Description = "What kind of interest." };
    private readonly Option<bool> _lift = new("--lift") { Description = "There is no conflict; for somebody else than the officer, and than who declared it." };

    public OfficerConflict()
        : base("conflict", "Declares that an officer has an interest in a case and keeps away from it, or lifts that.",
            "rogatory officer conflict o-jansen 7K3Q-F2M9-X4TD --kind personal")
    {
        Add(_officer);
        Add(_case);
        Add(_kind.AcceptOnlyFromAmong(Words.Of<ConflictKind>()));
        Add(_lift);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var officer = Typed.Officer(line.GetRequiredValue(_officer));
        var @case = Typed.Case(line.GetRequiredValue(_case));
        string? kind = line.GetValue(_kind);
        if (line.GetValue(_lift) == kind is not null)
            throw CommandFailedException.Usage("Give either --kind or --lift.");
        JsonObject answer = kind is null
            ? await authority.SendJsonAsync(HttpMethod.Post, $"/cases/{@case}/conflicts/{officer}/lifting", null, cancellationToken)
            : await authority.SendJsonAsync(
                HttpMethod.Post, $"/cases/{@case}/conflicts/{officer}", JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["kind"] = kind }), cancellationToken);
        return new Answer(answer, kind is null ? $"No conflict of {officer} in {@case} stands." : $"{officer} keeps away from {@case}.");
    }
}
