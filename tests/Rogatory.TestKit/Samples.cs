namespace Rogatory.TestKit;

/// <summary>Finds the files under tests/samples.</summary>
public static class Samples
{
    public static string Path(params string[] parts)
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Serverless.sln")))
            folder = System.IO.Path.GetDirectoryName(folder);
        return System.IO.Path.Combine([folder ?? throw new InvalidOperationException("Run the tests inside the repository."), "tests", "samples", .. parts]);
    }
}
