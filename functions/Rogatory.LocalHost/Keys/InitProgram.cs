namespace Rogatory.LocalHost.Keys;

/// <summary>Makes the development keys.</summary>
internal static class InitProgram
{
    private const string Usage = "init --data DIRECTORY      make the development keys there, if they are missing";

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            string data = new CommandOptions(args, "--data").Get("--data");
            new DataDirectory(data).Create();
            await Console.Out.WriteLineAsync($"The development keys are in {data}. Whoever can read them can open what is sealed here.");
            return 0;
        }
        catch (FormatException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message}\n\n{Usage}");
            return 2;
        }
    }
}
