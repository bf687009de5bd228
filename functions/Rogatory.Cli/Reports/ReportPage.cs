using Rogatory.Core.Reports;

namespace Rogatory.Cli.Reports;

/// <summary>A report as one page that needs nothing beside itself.</summary>
internal static class ReportPage
{
    public static string Write(Report report)
    {
        var page = new HtmlText();
        ReportFront.Write(page, report);
        page.Open("main");
        Charts.Hatching(page);
        IReadOnlyList<(string Id, string Title)> parts = ReportFront.Parts(report);
        for (int at = 0; at < parts.Count; at++)
        {
            (string id, string title) = parts[at];
            page.Open("section", ("id", id), ("aria-labelledby", $"h-{id}")).Element("h2", $"{at + 1}. {title}", ("id", $"h-{id}"));
            Part(page, report, id);
            page.Close("section");
        }

        page.Close("main");
        return page.ToPage($"Compliance report, {report.Authority.Name}, {report.Period.From:yyyy-MM-dd} to {report.Period.To:yyyy-MM-dd}");
    }

    private static void Part(HtmlText page, Report report, string id)
    {
        switch (id)
        {
            case "verification":
                Verification(page, report.Verification);
                break;
            case "transfers":
                Transfers(page, report.Transfers);
                break;
            case "register":
                Register(page, report);
                break;
            case "evidence":
                ReportEvidence.Write(page, report);
                break;
            case "check":
                Check(page, report);
                break;
            default:
                ReportSection section = report.Sections.Single(one => one.Id == id);
                if (section.Citation is not null)
                    page.Element("p", section.Citation, ("class", "law"));
                string[] texts = section.Text.Split('\n');
                page.Element("p", texts[0]);
                if (texts.Length > 1)
                {
                    page.Open("dl", ("class", "facts"));
                    foreach (string[] said in texts.Skip(1).Select(text => text.Split(": ", 2)))
                        Fact(page, said[0], said[1]);
                    page.Close("dl");
                }

                foreach (ReportTable table in report.Tables.Where(one => one.Section == id))
                    ReportTables.Write(page, table);
                break;
        }
    }

    private static void Verification(HtmlText page, ReportVerification found)
    {
        page.Element("p", "Every ledger was read from its first line to its last: its form, its order, and the chain of digests that binds each line to the one above. Every case was compared with the newest signed checkpoint, which "
            + "says how each case's ledger stood when it was signed. Registers are in no checkpoint: that no line was cut off their end is known from this reading alone.");
        page.Open("dl", ("class", "facts"));
        Fact(page, "Ledgers", $"{Says.Number(found.Ledgers)}, of which {Says.Number(found.Cases)} are cases'");
        Fact(page, "Entries that hold", Says.Number(found.Lines));
        Fact(page, "Newest checkpoint", found.Checkpoint is { } number ? $"number {number}, signed on {Says.Time(found.CheckpointAt!.Value)}" : "none");
        Fact(page, "Cases proven by it", Says.Number(found.Proven));
        Fact(page, "Cases younger than it", $"{Says.Number(found.Younger)}, which the next one proves");
        Fact(page, "Ledgers that do not hold", Says.Number(found.Broken.Count));
        page.Close("dl");
        if (found.Broken.Count == 0)
            return;
        page.Open("table", ("role", "table")).Element("caption", "Ledgers that do not hold").Open("thead").Open("tr");
        foreach (string title in new[] { "Ledger", "From line", "Why" })
            page.Element("th", title, ("scope", "col"));
        page.Close("tr").Close("thead").Open("tbody");
        foreach (BrokenLedger one in found.Broken)
            page.Open("tr").Open("th", ("scope", "row")).Element("code", one.Ledger).Close("th").Element("td", one.Line is { } line ? Says.Number(line) : "the whole").Element("td", one.Why).Close("tr");
        page.Close("tbody").Close("table").Element("p", "Lines above the break are counted in this report; the line named and those below it are not.", ("class", "note"));
    }

    private static void Transfers(HtmlText page, DocumentedTransfers transfers)
    {
        page.Element("p", "LED art. 37(3), 38(3)", ("class", "law"));
        page.Element("p", "Each transfer to a third country that rests on our own assessment of safeguards or on a derogation: when, to whom, why, and what. The justification is sealed in the case, word for word, and is read "
            + "with a reason on record, by rogatory item read.");
        if (transfers.Count == 0)
            page.Element("p", "None in the period.", ("class", "note"));
        if (transfers.Count > transfers.Listed.Count)
            page.Element("p", $"The first {Says.Number(transfers.Listed.Count)} of {Says.Number(transfers.Count)} are listed; a report over fewer days lists the others.", ("class", "note"));
        foreach (DocumentedTransfer one in transfers.Listed)
        {
            page.Open("div", ("class", "block")).Element("h3", $"{Says.Time(one.At)}: {one.Disclosure} to {one.Partner}{(one.State is null ? "" : $" ({one.State})")}").Open("dl", ("class", "facts"));
            Fact(page, "Basis", one.Basis.Count == 0 ? "none is named" : string.Join(", ", one.Basis));
            Fact(page, "Justification", $"sealed item {one.Justification}");
            Fact(page, "Categories of data", string.Join(", ", one.Categories.Select(Says.Words)));
            page.Element("dt", "Data transferred").Open("dd");
            foreach (TransferredItem item in one.Items)
                page.Open("p").Text($"{item.Item}, root of the sealed body ").Digest(item.SealedRoot ?? "unknown").Close("p");
            page.Close("dd");
            Fact(page, "Entry", $"{one.Entry.Ledger} line {one.Entry.Line}");
            page.Close("dl").Close("div");
        }
    }

    private static void Register(HtmlText page, Report report)
    {
        page.Element("p", "LED art. 24(1)", ("class", "law"));
        page.Element("p", $"From the settings of the authority and its policy packs of version {report.Authority.PolicyVersion}, as they are in force when this report is made.");
        foreach (RegisterStatement one in report.Register)
        {
            page.Element("h3", $"{one.Title} · {one.Citation}");
            foreach (string statement in one.Statements)
                page.Element("p", statement);
        }
    }

    private static void Check(HtmlText page, Report report)
    {
        page.Open("ol", ("class", "steps"));
        page.Element("li", "Have the report made again over the same days: every number but those of what is younger must be the same.");
        page.Element("li", "Choose figures, list all their entries by the id that stands beside them in the last part but one, export some of the ledgers named there, and read the lines.");
        page.Element("li", "Verify an exported ledger on your own machine, against the signed checkpoint: rogatory case checkpoint CASE --out checkpoint.json, rogatory authority --out authority.json, and "
            + "rogatory ledger verify ledger.jsonl --checkpoint checkpoint.json --authority authority.json. The formats are published; other tools can do the same.");
        page.Element("li", "Ask a partner for a checkpoint that it fetched: it must stand in the same chain. Two histories cannot both.");
        page.Close("ol").Open("dl", ("class", "facts"));
        Fact(page, "Policy packs", report.Authority.PolicyDigest, isCode: true);
        Fact(page, "Contact", report.Authority.Contact);
        page.Close("dl");
    }

    private static void Fact(HtmlText page, string title, string text, bool isCode = false)
    {
        page.Element("dt", title).Open("dd");
        if (isCode)
            page.Digest(text);
        else
            page.Text(text);
        page.Close("dd");
    }
}
