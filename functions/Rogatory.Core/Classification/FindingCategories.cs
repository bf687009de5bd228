using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Rogatory.Core.Classification;

/// <summary>The closed vocabulary of what detectors find, and which data categories of the transfer facts follow from it: <c>categories.json</c>.</summary>
public static class FindingCategories
{
    private static readonly FrozenDictionary<string, FindingCategory> ByCode = Read().ToFrozenDictionary(category => category.Code, StringComparer.Ordinal);

    /// <summary>Every category, in the order of their codes.</summary>
    public static IReadOnlyList<FindingCategory> All { get; } = [.. ByCode.Values.OrderBy(category => category.Code, StringComparer.Ordinal)];

    /// <summary>The category with this code.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static FindingCategory Get(string code) => ByCode[code];

    /// <summary>The category with this code, or null.</summary>
    public static FindingCategory? Find(string code) => ByCode.GetValueOrDefault(code);

    private static FindingCategory[] Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Rogatory.Core.Classification.categories.json")!;
        return JsonSerializer.Deserialize<FindingCategory[]>(stream, JsonSerializerOptions.Web)!;
    }
}
