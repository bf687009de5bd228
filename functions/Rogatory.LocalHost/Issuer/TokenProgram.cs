using Rogatory.LocalHost.Keys;

namespace Rogatory.LocalHost.Issuer;

/// <summary>Prints an officer's token for one hour.</summary>
internal static class TokenProgram
{
    private const string Usage = "token --data DIRECTORY --officer ID --roles reviewer,admin      print an officer's token for one hour";

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var options = new CommandOptions(args, "--data", "--officer", "--roles");
            await Console.Out.WriteLineAsync(
                OfficerToken.Sign(new DataDirectory(options.Get("--data")), options.Get("--officer"), options.Get("--roles")));
            return 0;
        }
        catch (FormatException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message}\n\n{Usage}");
            return 2;
        }
        catch (InvalidOperationException missing)
        {
            await Console.Error.WriteLineAsync(missing.Message);
            return 1;
        }
    }
}
