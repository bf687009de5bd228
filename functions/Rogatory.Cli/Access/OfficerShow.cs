using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

internal sealed class OfficerShow : OfficerCommand
{
    private readonly Argument<string?> _officer = new("ID") { Description = "The officer, as the token's subject names them; left out, whose token it is.", Arity = ArgumentArity.ZeroOrOne };

    public OfficerShow()
        : base("show", "Shows what the register has of an officer; without an ID, of whoever asks.",
            "rogatory officer show o-jansen")
    {
        Add(_officer);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        if (line.GetValue(_officer) is not { } named)
        {
            var own = await authority.GetJsonAsync("/officers/me", cancellationToken);
            return new Answer(own, OfficerText.Of(own));
        }

        var officer = Typed.Officer(named);
        var all = await authority.GetJsonAsync("/officers", cancellationToken);
        var found = PlainText.List(all, "officers").FirstOrDefault(one => PlainText.Of(one, "officer") == officer.ToString())
            ?? throw new CommandFailedException(ExitCode.Refused, "officer-not-found", "The register has no such officer.", "See: rogatory officer list");
        return new Answer(found, OfficerText.Of(found));
    }
}
