using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

internal sealed class PartnerKeysShow : OfficerCommand
{
    private readonly Argument<string> _partner = new("ID") { Description = "The partner." };

    public PartnerKeysShow()
        : base("keys", "Shows a partner's keys, when they count, and what is proposed.", "rogatory partner keys fr-pnf") => Add(_partner);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var partner = Typed.Partner(line.GetRequiredValue(_partner)).ToString();
        var found = await PartnerEntries.FindAsync(authority, partner, cancellationToken)
            ?? throw new CommandFailedException(ExitCode.Refused, "partner-not-found", "No such partner is registered.", "See: rogatory partner list");
        var text = $"{partner} ({PlainText.Of(found, "status")}), sealed to {PlainText.Of(found, "sealedTo") ?? "no key: none is valid"}\n{PlainText.Table(PartnerEntries.Keys(found["entry"]))}";
        if (PartnerEntries.Waiting(found) is { } waiting)
            text += $"{waiting}\n{PlainText.Table(PartnerEntries.Keys(found["proposal"]?["entry"]))}";
        return new Answer(found, text);
    }
}
