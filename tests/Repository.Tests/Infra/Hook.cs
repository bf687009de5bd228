using System.Diagnostics;

namespace Repository.Tests.Infra;

/// <summary>Runs a hook of azd with tools that only write down how they were called, and answer what the test says.</summary>
internal sealed class Hook : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rogatory-hook-");
    private readonly Dictionary<string, string> _values = [];

    public Hook(string azAnswers = "")
    {
        Tool("azd", "");
        Tool("az", azAnswers);
    }

    /// <summary>How the tools were called, a line each.</summary>
    public string Calls => File.Exists(CallsFile) ? File.ReadAllText(CallsFile) : "";

    /// <summary>The local settings that it wrote.</summary>
    public string LocalSettings => File.ReadAllText(SettingsFile);

    private string SettingsFile => Path.Combine(_folder.FullName, "local.settings.json");

    private string CallsFile => Path.Combine(_folder.FullName, "calls");

    public Hook With(params (string Name, string Value)[] values)
    {
        foreach (var (name, value) in values) _values[name] = value;
        return this;
    }

    public async Task<(int Exit, string Said)> RunAsync(string name)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Tree.Root, "scripts", "azd", $"{name}.sh")]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var variable in start.Environment.Keys.Where(key => key.StartsWith("ROGATORY_", StringComparison.Ordinal) || key.StartsWith("AZURE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(variable);
        foreach (var (variable, value) in _values) start.Environment[variable] = value;
        // Never those of whoever runs the tests.
        start.Environment["ROGATORY_LOCAL_SETTINGS"] = SettingsFile;
        start.Environment["PATH"] = $"{_folder.FullName}:{start.Environment["PATH"]}";
        using var bash = Process.Start(start)!;
        var output = bash.StandardOutput.ReadToEndAsync();
        var errors = await bash.StandardError.ReadToEndAsync();
        await bash.WaitForExitAsync();
        return (bash.ExitCode, await output + errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Tool(string name, string answers)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, $"#!/usr/bin/env bash\nprintf '%s\\n' \"{name} $*\" >>'{CallsFile}'\nfolder='{_folder.FullName}'\n{answers}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
