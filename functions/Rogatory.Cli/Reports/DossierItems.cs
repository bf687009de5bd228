using System.Globalization;
using Rogatory.Core.Case;
using Rogatory.Core.Retention;
using static Rogatory.Cli.Reports.DossierTables;

namespace Rogatory.Cli.Reports;

/// <summary>The items of a dossier: what each is, its digest, and its chain of custody.</summary>
internal static class DossierItems
{
    private const string Sealed = "sealing.item-sealed";

    public static void List(HtmlText page, IReadOnlyList<CustodyEntry> entries)
    {
        IReadOnlyList<string> items = MaterialOf(entries);
        page.Element("p", "Each item is encrypted in memory as it comes in, and only the encrypted body is stored, where storage itself refuses to change or delete it. The root is a digest over that body, made when it was sealed: "
            + "a body that has this root is this item, to the last bit.");
        if (items.Count == 0)
        {
            page.Element("p", "No item is sealed yet.", ("class", "note"));
            return;
        }

        TimeStrip.Write(page, items, entries);
        Write(page, "Items and their digests", ["Item", "What it is", "Sealed on line", "Root of the sealed body", "At the end"], items.Select(item => SealingOf(item, entries)).OfType<CustodyEntry>().Select(sealing => (IReadOnlyList<Action<HtmlText>>)
            [Link(sealing.Items[0]), Text(KindOf(sealing.Items[0], entries)), Line(sealing), Digest(RootOf(sealing)), Text(StateOf(sealing.Items[0], entries))]));
        IReadOnlyList<CustodyEntry> others = [.. entries.Where(entry => entry.Line.Event == Sealed && !Custody.IsMaterial(entry.Items[0]))];
        if (others.Count > 0)
        {
            Write(page, "What was written and found in the case, sealed too", ["Item", "What it is", "Sealed on line", "Root of the sealed body"], others.Select(sealing => (IReadOnlyList<Action<HtmlText>>)
                [Code(sealing.Items[0]), Text(KindOf(sealing.Items[0], entries)), Line(sealing), Digest(RootOf(sealing))]));
        }
    }

    public static void Chains(HtmlText page, IReadOnlyList<CustodyEntry> entries)
    {
        page.Element("p", "For each item every entry that touches it, from the first to the last: when, by whose hand, what was done, and why. Reasons are sealed, word for word, in the item that is named; an officer of the authority "
            + "opens them for the court. The number of a line leads to its digest in the last part.");
        foreach (string item in MaterialOf(entries))
        {
            page.Open("div", ("id", $"item-{item}")).Element("h3", $"{item}: {KindOf(item, entries)}").Open("p", ("class", "note")).Text("Root of the sealed body ").Digest(RootOf(SealingOf(item, entries)!)).Close("p");
            Entries(page, $"Chain of custody of {item}", entries.Where(entry => entry.Items.Contains(item)), isTitled: false);
            page.Close("div");
        }
    }

    private static IReadOnlyList<string> MaterialOf(IReadOnlyList<CustodyEntry> entries) =>
        [.. entries.Where(entry => entry.Line.Event == Sealed && Custody.IsMaterial(entry.Items[0])).Select(entry => entry.Items[0]).Distinct(StringComparer.Ordinal)];

    private static CustodyEntry? SealingOf(string item, IReadOnlyList<CustodyEntry> entries) => entries.FirstOrDefault(entry => entry.Line.Event == Sealed && entry.Items[0] == item);

    private static string RootOf(CustodyEntry sealing) => (string)sealing.Line.Data["sealedRoot"]!;

    private static string KindOf(string item, IReadOnlyList<CustodyEntry> entries)
    {
        ItemId id = ItemId.Parse(item);
        if (id == ItemId.Request)
            return "the request itself, as it was sent";
        if (Derivation.IsWords(id))
            return $"what a person wrote: {Says.Words(item[(item.IndexOf('.', StringComparison.Ordinal) + 1)..].Split('-')[0])}";
        if (Derivation.IsFindings(id))
            return $"what the program found in {Derivation.HolderOf(id) ?? Derivation.SourceOf(id)}";
        if (item.EndsWith("-proof", StringComparison.Ordinal))
            return "the proof of an extract";
        if (Derivation.SourceOf(id) is { } source)
            return item.Contains(".rectification-", StringComparison.Ordinal) ? $"what is right instead of {source}" : $"an extract of {source}";
        return entries.Any(entry => entry.Line.Event == "sealing.item-added" && entry.Items.Contains(item)) ? "added by an officer" : "sent by the partner";
    }

    private static string StateOf(string item, IReadOnlyList<CustodyEntry> entries)
    {
        string? last = entries.LastOrDefault(entry => entry.Items.Contains(item) && entry.Line.Event is "retention.item-erased" or "retention.item-restricted" or "retention.item-unrestricted" && entry.Items.Contains(item))?.Line.Event;
        string bytes = string.Create(CultureInfo.InvariantCulture, $"{SealingOf(item, entries)!.Line.Data["size"]!.GetValue<long>():N0} bytes");
        return last switch { "retention.item-erased" => $"erased; {bytes}, unreadable", "retention.item-restricted" => $"sealed and restricted; {bytes}", _ => $"sealed; {bytes}" };
    }

    private static Action<HtmlText> Link(string item) => page => page.Link($"item-{item}", item);
}
