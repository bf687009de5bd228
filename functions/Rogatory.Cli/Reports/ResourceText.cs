namespace Rogatory.Cli.Reports;

/// <summary>Texts that come with the program.</summary>
internal static class ResourceText
{
    public static string Read(string name)
    {
        using var stream = typeof(ResourceText).Assembly.GetManifestResourceStream($"{typeof(ResourceText).Namespace}.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
