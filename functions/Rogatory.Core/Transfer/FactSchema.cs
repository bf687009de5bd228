using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Rogatory.Core.Transfer;

/// <summary>The facts that a JSON Schema describes: people are shown the same document, so that neither can drift from the other.</summary>
internal sealed class FactSchema
{
    private readonly List<FactDefinition> _defined = [];

    private FactSchema(JsonElement schema)
    {
        Root = ReadSection("", schema);
        ByPath = _defined.ToFrozenDictionary(fact => fact.Path);
    }

    /// <summary>The facts, as sections and members.</summary>
    public FactSection Root { get; }

    /// <summary>The facts, in the order of the schema.</summary>
    public IReadOnlyList<FactDefinition> Facts => _defined;

    private FrozenDictionary<string, FactDefinition> ByPath { get; }

    /// <summary>The schema of an embedded document.</summary>
    public static FactSchema Read(string resource)
    {
        using var schema = JsonDocument.Parse(Resource(resource));
        return new FactSchema(schema.RootElement);
    }

    /// <summary>An embedded document, by its name below this program's own.</summary>
    public static byte[] Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Rogatory.Core.{name}")!;
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    public FactDefinition? Find(string path) => ByPath.GetValueOrDefault(path);

    public FactDefinition Get(string path) => ByPath[path];

    private FactSection ReadSection(string path, JsonElement schema)
    {
        var section = new FactSection(path);
        foreach (JsonProperty member in schema.GetProperty("properties").EnumerateObject())
        {
            string name = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            section.Add(member.Name, name == FactSection.Resolved ? null : ReadMember(name, member.Value));
        }

        return section;
    }

    private object ReadMember(string path, JsonElement schema)
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
        _ => throw new InvalidOperationException("The schema of facts names a type that is none."),
    };

    private FactDefinition Define(string path, FactKind kind, JsonElement? codes)
    {
        string[] names = codes is null ? [] : [.. codes.Value.EnumerateArray().Select(code => code.GetString()).OfType<string>()];
        var fact = new FactDefinition(_defined.Count, path, kind, names, []);
        _defined.Add(fact);
        return fact;
    }
}
