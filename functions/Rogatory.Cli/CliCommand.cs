using System.CommandLine;

namespace Rogatory.Cli;

/// <summary>One command, with an example that its help shows.</summary>
internal abstract class CliCommand : Command
{
    protected CliCommand(string name, string description, string example)
        : base(name, description)
    {
        Example = example;
        SetAction(InvokeAsync);
    }

    /// <summary>A command line as one would type it.</summary>
    public string Example { get; }

    protected abstract Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken);

    private async Task<int> InvokeAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var answer = await RunAsync(line, new Screen(line.InvocationConfiguration.Error), cancellationToken);
        answer.WriteTo(line.InvocationConfiguration.Output, line.GetValue(CommandLine.Json));
        return (int)answer.Code;
    }
}
