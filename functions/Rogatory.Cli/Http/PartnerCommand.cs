using System.CommandLine;

namespace Rogatory.Cli.Http;

/// <summary>A command that a partner signs.</summary>
internal abstract class PartnerCommand : CliCommand
{
    protected PartnerCommand(string name, string description, string example)
        : base(name, description, example)
    {
        Add(AuthorityOptions.AuthorityUrl);
        Add(AuthorityOptions.Partner);
        Add(AuthorityOptions.Key);
    }

    protected sealed override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        using var authority = await AuthorityOptions.AsPartnerAsync(line, screen, cancellationToken);
        return await RunAsync(line, authority, screen, cancellationToken);
    }

    protected abstract Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken);
}
