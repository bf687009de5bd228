using System.ComponentModel;
using System.Diagnostics;

namespace Rogatory.Bench;

/// <summary>The <c>age</c> command on the same bytes, where it is installed.</summary>
internal static class AgeBench
{
    public static async Task RunAsync(ResultTable table, byte[] from, double ours, int rounds)
    {
        string recipient;
        try
        {
            recipient = await RecipientAsync();
        }
        catch (Win32Exception)
        {
            Console.Error.WriteLine("  The age command is not installed; it is left out.");
            return;
        }

        var seconds = new List<double>();
        for (int round = 0; round < rounds; round++)
            seconds.Add(await Measure.SecondsAsync(() => EncryptAsync(recipient, from)));
        double rate = 1 / Measure.Median(seconds);
        table.Add("age, through pipes", rate, "GiB/s");
        table.AtLeast("encryption alone / age", ours / rate, "ratio", 1);
    }

    private static async Task<string> RecipientAsync()
    {
        using Process keygen = Start("age-keygen");
        keygen.StandardInput.Close();
        string output = await keygen.StandardOutput.ReadToEndAsync();
        return output.Split('\n').Single(line => line.StartsWith("# public key: ", StringComparison.Ordinal))["# public key: ".Length..].Trim();
    }

    private static async Task EncryptAsync(string recipient, byte[] from)
    {
        using Process age = Start("age", "-r", recipient);
        Task reading = age.StandardOutput.BaseStream.CopyToAsync(Stream.Null, 1 << 20);
        await age.StandardInput.BaseStream.WriteAsync(from);
        age.StandardInput.Close();
        await reading;
        await age.WaitForExitAsync();
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
