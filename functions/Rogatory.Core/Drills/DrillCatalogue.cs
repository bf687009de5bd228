using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Drills;

/// <summary>The drills that ship with this program, read strictly and checked as a whole.</summary>
public sealed class DrillCatalogue
{
    private const string Folder = "Rogatory.Core.Drills.Catalogue.";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    // Any run will do to read a drill as such: its placeholders are filled in so that it can be checked.
    private static readonly DrillRun Sample = new(CaseId.Parse("DRYR-0000-0000"), "sample", DateOnly.MinValue, "", OfficerId.Parse("o-player"), 1, DateTimeOffset.MinValue);

    private readonly IReadOnlyDictionary<string, byte[]> _files;

    private DrillCatalogue(IReadOnlyDictionary<string, byte[]> files, IReadOnlyList<DrillDefinition> drills) => (_files, Drills) = (files, drills);

    /// <summary>Every drill, by id.</summary>
    public IReadOnlyList<DrillDefinition> Drills { get; }

    /// <summary>The drills that ship with this program.</summary>
    /// <exception cref="DrillException">One of them can't be used.</exception>
    public static DrillCatalogue Load()
    {
        Assembly assembly = typeof(DrillCatalogue).Assembly;
        return From(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(name => name[Folder.Length..], name => Read(assembly, name)));
    }

    /// <summary>The drills given, by file name, which is the drill's id and <c>.json</c>.</summary>
    /// <exception cref="DrillException">One is not JSON of exactly a drill's shape, or <see cref="DrillCheck"/> finds a fault in it.</exception>
    public static DrillCatalogue From(IReadOnlyDictionary<string, byte[]> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var drills = new List<DrillDefinition>();
        foreach ((string name, byte[] content) in files.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            DrillDefinition drill = Parse(name, content, Sample);
            if ($"{drill.Drill}.json" != name)
                throw new DrillException(name, "its id is not the file's name");
            if (DrillCheck.FindFault(drill) is { } fault)
                throw new DrillException(name, fault);
            drills.Add(drill);
        }

        return new DrillCatalogue(files.ToDictionary(one => one.Key[..^".json".Length], one => one.Value), drills);
    }

    /// <summary>The drill, or null.</summary>
    public DrillDefinition? Find(string drill) => Drills.FirstOrDefault(one => one.Drill == drill);

    /// <summary>Lower-case hex SHA-256 of the drill's file: names exactly what is played.</summary>
    public string DigestOf(string drill) => Convert.ToHexStringLower(SHA256.HashData(_files[drill]));

    /// <summary>The drill as it is in a run: with the run's own ids in place of its placeholders.</summary>
    /// <exception cref="RefusedException"><c>drill-changed</c>: it is another than when the run began.</exception>
    public DrillDefinition For(DrillRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return _files.TryGetValue(run.Drill, out byte[]? content) && DigestOf(run.Drill) == run.Digest
            ? Parse($"{run.Drill}.json", content, run)
            : throw new RefusedException("drill-changed", "The drill was changed since this run began. Start another.");
    }

    private static DrillDefinition Parse(string name, byte[] content, DrillRun run)
    {
        try
        {
            return JsonSerializer.Deserialize<DrillDefinition>(run.Fill(Encoding.UTF8.GetString(content)), Options) ?? throw new DrillException(name, "it is null");
        }
        catch (JsonException malformed)
        {
            throw new DrillException(name, $"it has not a drill's shape at {malformed.Path}", malformed);
        }
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
