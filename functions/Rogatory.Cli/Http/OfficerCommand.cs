using System.CommandLine;

namespace Rogatory.Cli.Http;

/// <summary>A command that an officer's token authorises.</summary>
internal abstract class OfficerCommand : CliCommand
{
    protected OfficerCommand(string name, string description, string example)
        : base(name, description, example)
    {
        Add(AuthorityOptions.AuthorityUrl);
        Add(AuthorityOptions.Token);
    }

    protected sealed override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        using var authority = AuthorityOptions.AsOfficer(line);
        return await RunAsync(line, authority, screen, cancellationToken);
    }

    protected abstract Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken);
}
