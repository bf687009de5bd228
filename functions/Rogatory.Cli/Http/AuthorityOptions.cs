using System.CommandLine;
using Rogatory.Cli.Access;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Signatures;

namespace Rogatory.Cli.Http;

/// <summary>The options that say whom to call, and as whom. Each can be left to the environment, where a token belongs.</summary>
internal static class AuthorityOptions
{
    private const string Local = "http://127.0.0.1:7071";

    public static Option<string?> AuthorityUrl { get; } = new("--authority-url")
    {
        Description = $"The authority's public address. Else ROGATORY_AUTHORITY_URL, else {Local}.",
        HelpName = "URL",
    };

    public static Option<string?> Partner { get; } = new("--partner")
    {
        Description = "The id you are registered under. Else ROGATORY_PARTNER.",
        HelpName = "ID",
    };

    public static Option<string?> Key { get; } = new("--key")
    {
        Description = "The file with your private keys, from 'rogatory keys new'. Else ROGATORY_KEY.",
        HelpName = "FILE",
    };

    public static Option<string?> Token { get; } = new("--token")
    {
        Description = "An officer's bearer token. Better in ROGATORY_TOKEN, where other users of the machine don't see it.",
        HelpName = "TOKEN",
    };

    public static AuthorityClient AsAnyone(ParseResult line) => new(Authority(line), Caller.Anyone);

    public static AuthorityClient AsOfficer(ParseResult line)
    {
        var token = Value(line, Token, "ROGATORY_TOKEN", "a token");
        if (token.AsSpan().ContainsAnyExceptInRange('!', '~')) throw CommandFailedException.Usage("The token holds a character that no token has.");
        return new AuthorityClient(Authority(line), Caller.Officer(token));
    }

    /// <summary>The caller signs with the private key in the file that is named.</summary>
    public static async Task<AuthorityClient> AsPartnerAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        var (partner, path) = (PartnerOf(line), KeyFile(line));
        PartnerKeys.NoteIfOthersCanRead(path, screen);
        var (key, keyId) = await PartnerKeys.ReadSigningKeyAsync(path, cancellationToken);
        return new AuthorityClient(Authority(line), Caller.Partner(partner, new HttpMessageSigner(keyId, key), TimeProvider.System));
    }

    /// <summary>The caller's own key that items can be sealed to.</summary>
    public static async Task<OwnKeyWrap> OwnKeyAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var (key, keyId) = await PartnerKeys.ReadEncryptionKeyAsync(KeyFile(line), cancellationToken);
        return new OwnKeyWrap(key, keyId);
    }

    /// <summary>Who calls, as a partner.</summary>
    public static PartnerId PartnerOf(ParseResult line) =>
        PartnerId.TryParse(Value(line, Partner, "ROGATORY_PARTNER", "your id as a partner"), out var partner)
            ? partner
            : throw CommandFailedException.Usage("--partner is not a partner's id: 2 to 40 lower-case letters, digits and hyphens.");

    /// <summary>The file with the partner's private keys.</summary>
    public static string KeyFile(ParseResult line) => Value(line, Key, "ROGATORY_KEY", "the file with your keys");

    private static Uri Authority(ParseResult line)
    {
        var text = line.GetValue(AuthorityUrl) ?? Environment.GetEnvironmentVariable("ROGATORY_AUTHORITY_URL");
        return Uri.TryCreate(string.IsNullOrEmpty(text) ? Local : text, UriKind.Absolute, out var authority)
            ? authority
            : throw CommandFailedException.Usage("--authority-url is not an address such as https://authority.example.");
    }

    private static string Value(ParseResult line, Option<string?> option, string variable, string what)
    {
        var value = line.GetValue(option) ?? Environment.GetEnvironmentVariable(variable);
        return string.IsNullOrWhiteSpace(value) ? throw CommandFailedException.Usage($"The call needs {what}.", $"Give {option.Name}, or set {variable}.") : value.Trim();
    }
}
