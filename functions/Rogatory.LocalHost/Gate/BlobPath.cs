namespace Rogatory.LocalHost.Gate;

/// <summary>What a request names, after decoding. Container and blob are empty where the request names an account or a container.</summary>
internal readonly record struct BlobPath(string Account, string Container, string Blob)
{
    private const string SecondarySuffix = "-secondary";

    /// <summary>The one spelling of this path that the gate itself uses.</summary>
    public string Target =>
        $"/{Uri.EscapeDataString(Account)}/{Uri.EscapeDataString(Container)}/{Uri.EscapeDataString(Blob)}";

    /// <summary>
    /// Reads a decoded path exactly as Azurite does: the secondary location is the same account, and a backslash in a blob's name
    /// is a slash. Any difference here would be a way round the gate.
    /// </summary>
    public static BlobPath Parse(string decodedPath)
    {
        var parts = decodedPath[1..].Split('/', 3);
        var account = parts[0];
        if (account.EndsWith(SecondarySuffix, StringComparison.Ordinal)) account = account[..^SecondarySuffix.Length];
        return new BlobPath(account, parts.ElementAtOrDefault(1) ?? "", (parts.ElementAtOrDefault(2) ?? "").Replace('\\', '/'));
    }
}
