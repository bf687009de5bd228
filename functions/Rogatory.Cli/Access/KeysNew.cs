using System.CommandLine;

namespace Rogatory.Cli.Access;

internal sealed class KeysNew : CliCommand
{
    private readonly Option<string> _out = new("--out") { Description = "The file to make; only its owner can read it.", Required = true, HelpName = "FILE" };

    public KeysNew()
        : base("new", "Makes a partner's private keys, and prints the public parts to be registered.", "rogatory keys new --out partner.jwk") =>
        Add(_out);

    protected override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        var path = line.GetRequiredValue(_out);
        var (file, open) = PartnerKeys.New();
        await Files.CreateSecretAsync(path, file, cancellationToken);
        screen.Note($"The private keys are in {path}: keep them. Send the public parts, printed here and by 'rogatory keys public', to the authority.");
        return new Answer(open, open.ToJsonString(new() { WriteIndented = true }));
    }
}
