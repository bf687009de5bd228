using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

internal sealed class PartnerKeysShow : OfficerCommand
{
    private readonly Argument<string> _partner = new("ID") { Description = "The partner." };

    public PartnerKeysShow()
        : base("keys", "Shows a partner's name, state and keys, when these count, and what is proposed.", "rogatory partner keys fr-pnf") => Add(_partner);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var partner = Typed.Partner(line.GetRequiredValue(_partner)).ToString();
        var found = await PartnerEntries.FindAsync(authority, partner, cancellationToken)
            ?? throw new CommandFailedException(ExitCode.Refused, "partner-not-found", "No such partner is registered.", "See: rogatory partner list");
        var name = found["entry"] is { } entry ? $"{PlainText.Of(entry, "authority")}, {PlainText.Of(entry, "jurisdiction")}; " : "";
        var keys = PlainText.Table(PartnerEntries.Kinds.SelectMany(kind => PartnerEntries.Keys(found["entry"], kind)));
        return new Answer(
            found, $"{partner} ({PlainText.Of(found, "status")}), {name}sealed to {PlainText.Of(found, "sealedTo") ?? "no key: none is valid"}\n{keys}{PartnerEntries.Waiting(found)}");
    }
}
