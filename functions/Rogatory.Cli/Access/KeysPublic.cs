using System.CommandLine;

namespace Rogatory.Cli.Access;

internal sealed class KeysPublic : CliCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "What 'rogatory keys new' made." };

    public KeysPublic()
        : base("public", "Prints the public parts of a partner's keys, to be registered.", "rogatory keys public partner.jwk > partner.public.json") =>
        Add(_file);

    protected override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        var open = await PartnerKeys.ReadPublicAsync(line.GetRequiredValue(_file), cancellationToken);
        return new Answer(open, open.ToJsonString(new() { WriteIndented = true }));
    }
}
