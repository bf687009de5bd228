using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Core.Intake;
using Rogatory.Core.Sealing;
using Rogatory.Ledger;

namespace Rogatory.Core.Incidents.Signals;

/// <summary>Counts what people and partners did from the lines of one ledger. What the program did counts for nobody.</summary>
/// <param name="table">Where it is counted.</param>
/// <param name="from">The first day that is counted; what a line before it says of items is taken all the same.</param>
public sealed class ActivityReader(ActivityTable table, DateOnly from)
{
    private const string RefusalEvent = CallRefused.EventName;
    private const string Officers = "officer:";
    private const string Partners = "partner:";

    /// <summary>The kind of an actor; null for the program.</summary>
    public static ActorKind? KindOf(string actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.StartsWith(Officers, StringComparison.Ordinal) ? ActorKind.Officer
            : actor.StartsWith(Partners, StringComparison.Ordinal) ? ActorKind.Partner : null;
    }

    /// <summary>Reads a ledger from its first line on.</summary>
    /// <param name="name">The ledger's name.</param>
    /// <param name="lines">Its lines, in order.</param>
    public void Read(string name, IEnumerable<LedgerLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        string? @case = CaseId.TryParse(name, out _) ? name : null;
        var special = new HashSet<string>(StringComparer.Ordinal);
        var refused = new Dictionary<(string, string?, string?, string?), int>();
        string? command = null;
        foreach (LedgerLine line in lines)
        {
            Learn(line, special);
            DateOnly day = DateOnly.FromDateTime(line.At.UtcDateTime);
            if (day < from || KindOf(line.Actor) is null)
                continue;
            (var entry, int hour) = (new ActivityEntry(name, line.Seq), line.At.UtcDateTime.Hour);
            if (line.Event == RefusalEvent)
            {
                table.Count(line.Actor, day).AddRefusals(entry, hour, MoreIn(line, refused));
                continue;
            }

            if (line.Command != command)
                table.Count(line.Actor, day).AddAct(entry, hour, @case);
            command = line.Command;
            if (line.Event == ItemConsulted.EventName && special.Contains(OriginalIn(line)))
                table.Count(line.Actor, day).AddSpecial(entry, hour);
            else if (line.Event is ExtractMade.EventName or DisclosureFetched.EventName)
                table.Count(line.Actor, day).AddExtract(entry, hour);
        }
    }

    // A line says how often the same call was refused in its hour so far; the lines of that hour above it said some of that.
    private static int MoreIn(LedgerLine line, Dictionary<(string, string?, string?, string?), int> refused)
    {
        var call = (line.Actor, line.Data["act"]?.ToString(), line.Data["rule"]?.ToString(), line.Data["hour"]?.ToString());
        int atLeast = line.Data["atLeast"] is JsonValue said && said.TryGetValue(out int number) ? number : 1;
        int more = Math.Max(0, atLeast - refused.GetValueOrDefault(call));
        refused[call] = refused.GetValueOrDefault(call) + more;
        return more;
    }

    // What an item holds is known from what was declared and from what was found, whichever line says it first.
    private static void Learn(LedgerLine line, HashSet<string> special)
    {
        switch (line.Event)
        {
            case RequestOpened.EventName when IsSpecial(line.Data["dataCategories"]):
                special.UnionWith(Texts(line.Data["items"]));
                break;
            case ItemAdded.EventName when IsSpecial(line.Data["dataCategories"]):
            case ItemClassified.EventName when line.Data["categories"] is JsonObject found && found.Any(one => FindingCategories.Find(one.Key)?.Family == "special"):
                special.Add(OriginalIn(line));
                break;
        }
    }

    private static bool IsSpecial(JsonNode? categories) => Texts(categories).Any(RequestVocabulary.SpecialCategories.Contains);

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(one => one?.ToString()).OfType<string>();

    private static string OriginalIn(LedgerLine line) => (line.Data["item"]?.ToString() ?? string.Empty).Split('.')[0];
}
