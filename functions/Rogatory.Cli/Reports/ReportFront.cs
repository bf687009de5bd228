using Rogatory.Core.Reports;

namespace Rogatory.Cli.Reports;

/// <summary>The first page: verdict, whose report it is, the numbers that an auditor asks for first, and where to find the rest.</summary>
internal static class ReportFront
{
    public static void Write(HtmlText page, Report report)
    {
        Verdict.Write(page, report.Verdict.State, report.Verdict.Sentence);
        page.Open("header").Element("p", "Compliance report", ("class", "kind"));
        page.Element("h1", report.Period.From == report.Period.To ? Says.Day(report.Period.From) : $"{Says.Day(report.Period.From)} to {Says.Day(report.Period.To)}");
        page.Element("p", $"{report.Authority.Name} ({report.Authority.Jurisdiction}). Made on {Says.Time(report.MadeAt)} from {Says.Number(report.Verification.Ledgers)} ledgers, whose {Says.Number(report.Verification.Lines)} "
            + $"entries of all time were verified before they were counted. Policy {report.Authority.PolicyVersion}. Days are whole days in UTC; the first and the last belong to the period.", ("class", "by"));
        page.Element("p", "Each number counts entries of the ledgers. Where it is a link, it leads to the first of these entries at the end of this report, with the command that lists all of them. No person is named here.", ("class", "by"));
        page.Close("header");

        page.Open("dl", ("class", "glance"));
        Glance(page, report, "Cases opened", "cases", "cases-kind", "opened");
        Glance(page, report, "Items collected", "operations", "operations", "all", "collection");
        Glance(page, report, "Readings by officers", "operations", "consultations", "readings", "officer", "officer-restricted");
        Glance(page, report, "Disclosures handed over", "disclosures", "disclosures-partner", "handed-over");
        Glance(page, report, "Deadlines of cases missed", "deadlines", "deadlines", "missed");
        Glance(page, report, "Clocks of notices missed", "incidents", "incident-clocks", "missed");
        Glance(page, report, "Requests refused", "refusals", "refusals-request", "refused");
        Glance(page, report, "Incidents open at the end", "incidents", "incidents", "open");
        Glance(page, report, "Reviews overdue at the end", "retention", "retention", "standing", "reviews-missed");
        page.Close("dl");

        page.Open("nav", ("aria-label", "Contents")).Element("h2", "Contents").Open("ol");
        foreach ((string id, string title) in Parts(report))
            page.Open("li").Link(id, title).Close("li");
        page.Close("ol").Close("nav");
    }

    /// <summary>The numbered parts of the report, in order.</summary>
    public static IReadOnlyList<(string Id, string Title)> Parts(Report report) =>
    [
        ("verification", "Verification"), .. report.Sections.Select(one => (one.Id, one.Title)),
        ("transfers", "Documented transfers"), ("register", "Record of processing"), ("evidence", "Entries behind the figures"), ("check", "How to check this report"),
    ];

    private static void Glance(HtmlText page, Report report, string title, string section, string table, string column, params string[] rows)
    {
        long count = report.Tables.Single(one => one.Id == table).Rows.Where(row => rows.Length == 0 || rows.Contains(row.Code))
            .SelectMany(row => row.Figures).Where(figure => figure.Id.StartsWith($"{table}.{column}.", StringComparison.Ordinal)).Sum(figure => figure.Count);
        page.Open("div").Element("dt", title).Open("dd").Link(section, Says.Number(count), ("aria-label", $"{Says.Number(count)}: {title}")).Close("dd").Close("div");
    }
}
