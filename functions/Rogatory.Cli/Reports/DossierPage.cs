using Rogatory.Cli.Receipt;
using Rogatory.Core.Receipt;
using static Rogatory.Cli.Reports.DossierTables;

namespace Rogatory.Cli.Reports;

/// <summary>The chain of custody of a case as one page that needs nothing beside itself, for a court to read, to print and to check.</summary>
internal static class DossierPage
{
    /// <summary>What is told in short: with each event the one that undoes it, lest a reader takes for so what is so no longer.</summary>
    public static readonly string[] Milestones =
    [
        "intake.request-opened", "intake.receipt-issued", "intake.answer-received", "review.request-accepted", "review.request-refused", "review.request-postponed", "disclosure.disclosure-fetched", "disclosure.disclosure-recalled",
        "receipt.collection-received", "receipt.recall-acknowledged", "retention.hold-placed", "retention.hold-lifted", "retention.item-restricted", "retention.item-unrestricted", "retention.item-rectified", "retention.item-erased", "disclosure.extract-made",
    ];

    private static readonly (string Word, string Says)[] Words =
    [
        ("Ledger", "The record of the case: a list of lines that can only be added to. Nothing happens in a case except by a line in it."),
        ("Entry, line", "One line of the ledger. It says when, by whose hand, and what. It names items by their codes and never repeats what they hold."),
        ("Digest", "A short number (SHA-256) that is computed from bytes. Change one bit of them and the digest is another. Every line names the digest of the line above, so no line can be changed, added or taken out unnoticed."),
        ("Root", "A digest over many parts at once: over all lines of a ledger, or all pieces of an item."),
        ("Sealed", "Encrypted under a key of its own and stored where it can't be changed. Who may read is decided each time, and each reading is a line."),
        ("Checkpoint", "Every hour the authority signs the state of all its cases at once, and anyone can fetch and keep these statements. Where somebody else did, the authority itself can't rewrite a case unnoticed."),
        ("Hand", "Who did it: an officer (by the id under which the officer signs in), a partner authority (by the key that signs its calls), or the program itself."),
    ];

    public static string Write(Dossier dossier, string jsonName, string jsonDigest)
    {
        var page = new HtmlText();
        IReadOnlyList<CustodyEntry> entries = Custody.Read(dossier);
        Verdict.Write(page, dossier.Verdict.State, dossier.Verdict.Sentence);
        page.Open("header").Element("p", "Chain of custody", ("class", "kind")).Element("h1", $"Case {dossier.Case}");
        page.Element("p", $"{PlainText.Of(dossier.Authority, "name")} ({PlainText.Of(dossier.Authority, "jurisdiction")}). Made on {Says.Time(dossier.MadeAt)} from the ledger of the case, which was verified as this was written. "
            + $"The file {jsonName} goes with it and holds the same for a program.", ("class", "by")).Close("header");
        (string Id, string Title, Action Write)[] parts =
        [
            ("short", "In short", () => Short(page, entries)),
            ("words", "Words used here", () => Facts(page, Words)),
            ("items", "The items", () => DossierItems.List(page, entries)),
            ("custody", "Chain of custody, item by item", () => DossierItems.Chains(page, entries)),
            ("case", "The case as a whole", () => Case(page, entries)),
            ("hands", "Whose hands", () => Hands(page, entries)),
            ("proofs", "Proofs", () => Proofs(page, dossier, jsonName, jsonDigest)),
            ("check", "How to check this without us", () => DossierCheck.Write(page, dossier, jsonName)),
            ("entries", "Every entry, with its digest", () => All(page, entries)),
        ];
        page.Open("nav", ("aria-label", "Contents")).Element("h2", "Contents").Open("ol");
        foreach ((string id, string title, _) in parts)
            page.Open("li").Link(id, title).Close("li");
        page.Close("ol").Close("nav").Open("main");
        foreach (((string id, string title, Action write), int at) in parts.Select((part, at) => (part, at + 1)))
        {
            page.Open("section", ("id", id), ("aria-labelledby", $"h-{id}")).Element("h2", $"{at}. {title}", ("id", $"h-{id}"));
            if (entries.Count > 0 || id is "words" or "proofs" or "check")
                write();
            else
                page.Element("p", "No line of the ledger holds, so there is nothing to show.", ("class", "note"));
            page.Close("section");
        }

        return page.Close("main").ToPage($"Chain of custody of case {dossier.Case}");
    }

    private static void Short(HtmlText page, IReadOnlyList<CustodyEntry> entries)
    {
        page.Open("ol", ("class", "short"));
        foreach (CustodyEntry entry in entries.Where(entry => Milestones.Contains(entry.Line.Event)))
        {
            page.Open("li").Element("b", Says.Time(entry.Line.At)).Text($" {entry.What}").Text(entry.Line.Event.StartsWith("retention.item-", StringComparison.Ordinal) ? $": {string.Join(", ", entry.Items)}. " : ". ")
                .Element("span", $"By {entry.Line.Actor}, line {entry.Number}.", ("class", "note")).Close("li");
        }

        page.Close("ol").Element("p", $"{Says.Number(entries.Count)} entries in all, from {Says.Time(entries[0].Line.At)} to {Says.Time(entries[^1].Line.At)}.", ("class", "note"));
    }

    private static void Case(HtmlText page, IReadOnlyList<CustodyEntry> entries)
    {
        page.Element("p", "Entries that touch no single item: decisions on the request, dates, assessments.");
        Entries(page, "Entries about the case", entries.Where(entry => entry.Items.Count == 0));
    }

    private static void Hands(HtmlText page, IReadOnlyList<CustodyEntry> entries)
    {
        page.Element("p", "Everyone who did anything in the case. An id is not a name: which person an officer's id stands for is in the authority's register of officers, and which authority a partner's stands for in its register of partners.");
        DossierTables.Write(page, "Hands", ["Hand", "Entries", "First", "Last", "Did"], entries.GroupBy(entry => entry.Line.Actor, StringComparer.Ordinal).OrderBy(hand => hand.Key, StringComparer.Ordinal).Select(hand => (IReadOnlyList<Action<HtmlText>>)
        [
            Hand(hand.Key), Text(Says.Number(hand.Count())), When(hand.First().Line.At), When(hand.Last().Line.At),
            Text(string.Join(", ", hand.GroupBy(entry => entry.Line.Event.Split('.')[1]).Select(did => $"{Says.Words(did.Key)} ({did.Count()})"))),
        ]), "hands");
    }

    private static void Proofs(HtmlText page, Dossier dossier, string jsonName, string jsonDigest)
    {
        page.Element("p", "These numbers tie this paper to the files, and the files to what the authority has signed. Compare them sign by sign.");
        List<(string, string)> facts =
        [
            ("Lines that hold", Says.Number(dossier.Report.Size)), ("Root of the ledger", dossier.Report.Root ?? "none: it does not hold"), ("Digest of the last line", dossier.Report.LastDigest ?? "none"),
            ("SHA-256 of the ledger", dossier.LedgerDigest), ($"SHA-256 of {jsonName}", jsonDigest),
        ];
        if (dossier.Checkpoint is { } checkpoint)
        {
            facts.Add(("Checkpoint", dossier.Proven is { } proven ? $"number {proven.Number}, of the first {Says.Number(proven.Size)} lines" : "it does not prove this ledger"));
            facts.Add(("Root it names", PlainText.Of(checkpoint, "root") ?? "none"));
            facts.Add(("Signed statement", PlainText.Of(checkpoint, "checkpoint") ?? "none"));
        }

        foreach (VerificationKey key in ReceiptCheck.KeysOf(dossier.Authority))
            facts.Add(($"Key {key.Key.KeyId}", key.ToJson().ToJsonString()));
        facts.AddRange(dossier.Certificates.Select((one, at) => ($"Certificate of erasure {at + 1}", one)));
        Facts(page, facts, isCode: true);
    }

    private static void All(HtmlText page, IReadOnlyList<CustodyEntry> entries)
    {
        page.Element("p", "The digest of a line is the SHA-256 of its bytes, and stands in the next line as \"prev\". The lines themselves are in the file.");
        DossierTables.Write(page, "The ledger, line by line", ["Line", "When (UTC)", "Hand", "Event", "Digest"], entries.Select(entry => (IReadOnlyList<Action<HtmlText>>)
            [html => html.Element("span", Says.Number(entry.Number), ("id", $"line-{entry.Number}")), When(entry.Line.At), Hand(entry.Line.Actor), Text(entry.Line.Event), Digest(entry.Digest)]), "entries");
    }

    private static void Facts(HtmlText page, IEnumerable<(string Title, string Says)> facts, bool isCode = false)
    {
        page.Open("dl", ("class", "facts"));
        foreach ((string title, string says) in facts)
        {
            page.Element("dt", title).Open("dd");
            if (says.Length == 64 && says.All(char.IsAsciiHexDigitLower))
                page.Digest(says);
            else
                page.Element(isCode && says.Length > 40 ? "code" : "span", says);
            page.Close("dd");
        }

        page.Close("dl");
    }
}
