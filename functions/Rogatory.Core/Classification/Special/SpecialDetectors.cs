using System.Reflection;
using System.Text.Json;

namespace Rogatory.Core.Classification.Special;

/// <summary>The detectors of this folder.</summary>
internal static class SpecialDetectors
{
    public static IEnumerable<Detector> All()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Rogatory.Core.Classification.Special.lexicon.json")!;
        LexiconFile lexicon = JsonSerializer.Deserialize<LexiconFile>(stream, JsonSerializerOptions.Web)!;
        IReadOnlyList<string> people = LexiconEntry.Words(lexicon.People);
        return
        [
            .. lexicon.Categories.SelectMany(entry => new Detector[] { new SpecialPhrase(entry, people), new SpecialWord(entry), new SpecialField(entry) }),
            new AgeOfMinor(),
        ];
    }
}
