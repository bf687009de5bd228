using System.CommandLine;
using System.Globalization;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Retention;

internal sealed class KeysRotate : OfficerCommand
{
    public KeysRotate()
        : base("rotate", "Has the authority make every key envelope anew under a newer version of its key-encryption key; it goes on by itself.", "rogatory keys rotate")
    {
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var rotation = await authority.SendJsonAsync(HttpMethod.Post, "/keys/rotations", null, cancellationToken);
        return new Answer(rotation, string.Create(CultureInfo.InvariantCulture,
            $"Rotation {rotation["rotation"]} is under way, to {rotation["key"]}. See: rogatory keys status"));
    }
}
