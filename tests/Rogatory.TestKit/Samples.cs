namespace Rogatory.TestKit;

/// <summary>Finds the files that tests work with.</summary>
public static class Samples
{
    /// <summary>A file under tests/samples.</summary>
    public static string Path(params string[] parts) => InRepository(["tests", "samples", .. parts]);

    /// <summary>A file of the repository.</summary>
    public static string InRepository(params string[] parts)
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Serverless.sln")))
            folder = System.IO.Path.GetDirectoryName(folder);
        return System.IO.Path.Combine([folder ?? throw new InvalidOperationException("Run the tests inside the repository."), .. parts]);
    }
}
