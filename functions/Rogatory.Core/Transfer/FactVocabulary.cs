using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Rogatory.Core.Transfer;

/// <summary>Every fact there is. Those that are stated are read from the JSON Schema that is shown to people, so that neither can drift from the other.</summary>
internal static class FactVocabulary
{
    private static readonly List<FactDefinition> Defined = [];

    /// <summary>The stated facts, as sections and members.</summary>
    public static FactSection Root { get; } = ReadSchema();

    /// <summary>How many facts are stated; what the law makes of them comes after.</summary>
    public static int StatedCount { get; } = Defined.Count;

    public static IReadOnlyList<FactDefinition> All { get; } = [.. Defined, .. LawFact.Definitions(Defined.Count)];

    private static FrozenDictionary<string, FactDefinition> ByPath { get; } = All.ToFrozenDictionary(fact => fact.Path);

    public static FactDefinition? Find(string path) => ByPath.GetValueOrDefault(path);

    public static FactDefinition Get(string path) => ByPath[path];

    /// <summary>An embedded document of this folder.</summary>
    public static byte[] Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Rogatory.Core.Transfer.{name}")!;
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static FactSection ReadSchema()
    {
        using var schema = JsonDocument.Parse(Resource("transfer-facts.schema.json"));
        return ReadSection("", schema.RootElement);
    }

    private static FactSection ReadSection(string path, JsonElement schema)
    {
        var section = new FactSection(path);
        foreach (JsonProperty member in schema.GetProperty("properties").EnumerateObject())
        {
            string name = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            section.Add(member.Name, name == FactSection.Resolved ? null : ReadMember(name, member.Value));
        }

        return section;
    }

    private static object ReadMember(string path, JsonElement schema)
    {
        if (schema.TryGetProperty("properties", out _))
            return ReadSection(path, schema);
        if (schema.TryGetProperty("enum", out JsonElement codes))
            return Define(path, FactKind.Code, codes);
        if (!schema.TryGetProperty("items", out JsonElement items))
            return Define(path, KindOf(schema.GetProperty("$ref").GetString()!), null);
        return items.TryGetProperty("enum", out codes) ? Define(path, FactKind.Codes, codes) : Define(path, FactKind.Areas, null);
    }

    private static FactKind KindOf(string reference) => reference switch
    {
        "#/$defs/flag" => FactKind.Flag,
        "#/$defs/judgement" => FactKind.Judgement,
        "#/$defs/state" => FactKind.State,
        "#/$defs/date" => FactKind.Date,
        "#/$defs/region" => FactKind.Region,
        _ => throw new InvalidOperationException("The schema of transfer facts names a type that is none."),
    };

    private static FactDefinition Define(string path, FactKind kind, JsonElement? codes)
    {
        string[] names = codes is null ? [] : [.. codes.Value.EnumerateArray().Select(code => code.GetString()).OfType<string>()];
        var fact = new FactDefinition(Defined.Count, path, kind, names, []);
        Defined.Add(fact);
        return fact;
    }
}
