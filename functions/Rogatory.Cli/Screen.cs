using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Rogatory.Cli;

/// <summary>What a person sees while a command runs: standard error, so that standard output holds the answer only.</summary>
internal sealed class Screen(TextWriter error)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    /// <summary>Only the process's own standard error can be a terminal; any other writer gets plain lines.</summary>
    private readonly bool _isTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;

    public void Note(string text) => error.WriteLine(PlainText.Printable(text));

    /// <summary>
    /// Runs something that reports how much of the total is done: as a bar on a terminal, else as a line every two seconds. A total of
    /// null is a wait whose end is not known.
    /// </summary>
    public async Task<T> WithProgressAsync<T>(string what, long? total, Func<Action<long>, Task<T>> run)
    {
        if (!_isTerminal) return await run(Lines(what, total));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        ProgressColumn[] columns = total is null
            ? [new SpinnerColumn(), new TaskDescriptionColumn(), new ElapsedTimeColumn()]
            : [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new TransferSpeedColumn(), new RemainingTimeColumn()];
        return await console.Progress().AutoClear(true).Columns(columns).StartAsync(async progress =>
        {
            var task = progress.AddTask(Markup.Escape(PlainText.Printable(what)), maxValue: Math.Max(1, total ?? 1));
            task.IsIndeterminate = total is null;
            return await run(done => task.Value = done);
        });
    }

    private Action<long> Lines(string what, long? total)
    {
        var last = Stopwatch.GetTimestamp();
        return done =>
        {
            if (Stopwatch.GetElapsedTime(last) < Between) return;
            last = Stopwatch.GetTimestamp();
            Note(total is > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{what}: {PlainText.Size(done)} of {PlainText.Size(total.Value)} ({100.0 * done / total.Value:0} %)")
                : $"{what} ...");
        };
    }
}
