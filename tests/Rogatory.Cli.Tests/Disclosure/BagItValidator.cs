using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Rogatory.Cli.Tests.Disclosure;

/// <summary>What RFC 8493 section 3 asks of a complete and valid bag, from its text.</summary>
internal static partial class BagItValidator
{
    /// <summary>Everything that is wrong; nothing for a valid bag.</summary>
    public static List<string> Validate(string bag)
    {
        List<string> faults = [];
        if (!IsDeclared(Path.Combine(bag, "bagit.txt"))) faults.Add("bagit.txt is not that of BagIt 1.0 in UTF-8 (2.1.1)");
        if (!Directory.Exists(Path.Combine(bag, "data"))) faults.Add("there is no payload directory (2.1.2)");
        var payload = FilesOf(bag).Where(name => name.StartsWith("data/", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

        var manifests = FilesOf(bag).Where(name => ManifestName().IsMatch(name)).ToList();
        if (manifests.Count == 0) faults.Add("there is no payload manifest (2.1.3)");
        foreach (var manifest in manifests)
        {
            var named = Read(bag, manifest, faults);
            faults.AddRange(named.Where(name => !payload.Contains(name)).Select(name => $"{manifest} names {name}, which is no payload file"));
            faults.AddRange(payload.Except(named).Select(name => $"{manifest} lacks {name}"));
        }
        foreach (var manifest in FilesOf(bag).Where(name => TagManifestName().IsMatch(name)))
        {
            var named = Read(bag, manifest, faults);
            if (named.Exists(name => TagManifestName().IsMatch(name) || name.StartsWith("data/", StringComparison.Ordinal))) faults.Add($"{manifest} names what a tag manifest must not (2.2.1)");
            faults.AddRange(manifests.Except(named).Select(name => $"{manifest} lacks {name} (2.2.1)"));
        }
        CheckInfo(bag, payload, faults);
        if (File.Exists(Path.Combine(bag, "fetch.txt"))) faults.Add("there is a fetch.txt, and nothing to fetch");
        return faults;
    }

    private static bool IsDeclared(string path) => File.Exists(path)
        && File.ReadAllBytes(path).AsSpan().SequenceEqual("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"u8);

    private static List<string> Read(string bag, string manifest, List<string> faults)
    {
        List<string> names = [];
        foreach (var line in Lines(bag, manifest))
        {
            var match = ManifestLine().Match(line);
            // Section 2.1.3: these three and no others are percent-encoded.
            var name = match.Groups["path"].Value.Replace("%0A", "\n", StringComparison.Ordinal).Replace("%0D", "\r", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
            if (!match.Success || name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Split('/').Any(part => part is "" or "." or ".."))
                faults.Add($"{manifest}: {line} is not a line of a manifest");
            else if (!File.Exists(Path.Combine(bag, name)))
                faults.Add($"{manifest} names {name}, which is not there");
            else if (!match.Groups["sum"].Value.Equals(Sum(Path.Combine(bag, name)), StringComparison.OrdinalIgnoreCase))
                faults.Add($"{name} is not what {manifest} says");
            if (names.Contains(name)) faults.Add($"{manifest} names {name} twice");
            names.Add(name);
        }
        return names;
    }

    private static void CheckInfo(string bag, HashSet<string> payload, List<string> faults)
    {
        if (!File.Exists(Path.Combine(bag, "bag-info.txt"))) return;
        foreach (var line in Lines(bag, "bag-info.txt"))
        {
            if (!InfoLine().IsMatch(line)) faults.Add($"bag-info.txt: {line} is not a label, a colon and a value (2.2.2)");
            var octets = payload.Sum(name => new FileInfo(Path.Combine(bag, name)).Length);
            if (line.StartsWith("Payload-Oxum: ", StringComparison.Ordinal) && line != string.Create(CultureInfo.InvariantCulture, $"Payload-Oxum: {octets}.{payload.Count}"))
                faults.Add("Payload-Oxum is not that of the payload (2.2.2)");
        }
    }

    private static IEnumerable<string> FilesOf(string bag) =>
        Directory.EnumerateFiles(bag, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(bag, path).Replace(Path.DirectorySeparatorChar, '/'));

    private static string[] Lines(string bag, string name) =>
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(Path.Combine(bag, name))).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Sum(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    [GeneratedRegex("^manifest-sha256[.]txt$")]
    private static partial Regex ManifestName();

    [GeneratedRegex("^tagmanifest-sha256[.]txt$")]
    private static partial Regex TagManifestName();

    [GeneratedRegex(@"^(?<sum>[0-9A-Fa-f]{64})[ \t]+(?<path>\S.*)$")]
    private static partial Regex ManifestLine();

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9-]*: \S.*|[ \t]+\S.*)$")]
    private static partial Regex InfoLine();
}
