using System.Diagnostics;
using System.Text;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>The local host's program as a process of its own, which can be killed.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task _listens;

    private ChildProcess(Process process, Task listens) => (_process, _listens) = (process, listens);

    public bool IsRunning => !_process.HasExited;

    /// <summary>Starts a command of the program; returns when it says that it listens.</summary>
    /// <param name="output">Takes all that it writes, to either stream.</param>
    /// <param name="args">The command and its options.</param>
    public static async Task<ChildProcess> StartAsync(StringBuilder output, params string[] args)
    {
        ChildProcess child = Start(output, args);
        try
        {
            await child.ListensAsync();
            return child;
        }
        catch
        {
            child.Dispose();
            throw;
        }
    }

    /// <summary>Starts a command of the program, and does not wait until it listens.</summary>
    public static ChildProcess Start(StringBuilder output, params string[] args)
    {
        var listens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The test runner may be a program of its own; then the one that runs programs is found on the path.
        if (Path.GetFileNameWithoutExtension(start.FileName) != "dotnet") start.FileName = "dotnet";
        foreach (string argument in (string[])[typeof(LocalHostServer).Assembly.Location, .. args])
            start.ArgumentList.Add(argument);

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        void Read(string? line)
        {
            if (line is null) return;
            lock (output) output.AppendLine(line);
            if (line.Contains(" listens at ", StringComparison.Ordinal)) listens.TrySetResult();
        }

        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => listens.TrySetException(new InvalidOperationException($"It did not start: {Text(output)}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ChildProcess(process, listens.Task);
    }

    /// <summary>Done when it says that it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public Task ListensAsync() => _listens.WaitAsync(Patience);

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        if (IsRunning) _process.Kill();
        _process.WaitForExit();
    }

    public static string Text(StringBuilder output)
    {
        lock (output) return output.ToString();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
