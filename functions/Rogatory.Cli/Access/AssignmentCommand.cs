using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

/// <summary>What is done about an officer's assignment to a case.</summary>
internal abstract class AssignmentCommand : OfficerCommand
{
    private readonly Argument<string> _officer = new("ID") { Description = "The officer, as the token's subject names them." };
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly string _call;
    private readonly string _done;

    /// <param name="name">The command's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="call">What follows the assignment's path.</param>
    /// <param name="done">What is said afterwards.</param>
    protected AssignmentCommand(string name, string description, string call, string done)
        : base(name, description, $"rogatory officer {name} o-jansen 7K3Q-F2M9-X4TD")
    {
        (_call, _done) = (call, done);
        Add(_officer);
        Add(_case);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var (officer, @case) = (Typed.Officer(line.GetRequiredValue(_officer)), Typed.Case(line.GetRequiredValue(_case)));
        var view = await authority.SendJsonAsync(HttpMethod.Post, $"/cases/{@case}/assignments/{officer}{_call}", null, cancellationToken);
        return new Answer(view, $"{officer} {_done} {@case}.");
    }
}
