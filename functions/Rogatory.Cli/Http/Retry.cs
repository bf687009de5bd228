namespace Rogatory.Cli.Http;

/// <summary>Tries again what the authority takes any number of times, when the way to it was cut.</summary>
internal static class Retry
{
    private const int Tries = 6;

    public static async Task<T> RunAsync<T>(Screen screen, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await call();
            }
            catch (CommandFailedException failure) when (failure.Code == ExitCode.Unreachable && tried < Tries)
            {
                var pause = TimeSpan.FromSeconds(1 << (tried - 1));
                screen.Note($"{failure.Message} Trying again in {pause.TotalSeconds:0} s ({tried} of {Tries - 1}).");
                await Task.Delay(pause, cancellationToken);
            }
        }
    }
}
