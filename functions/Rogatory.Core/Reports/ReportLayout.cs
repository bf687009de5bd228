namespace Rogatory.Core.Reports;

/// <summary>The sections of a report: what each counts, under which articles, in which tables.</summary>
internal static class ReportLayout
{
    public static IReadOnlyList<SectionLayout> Sections(ReportPeriod period, RuleTexts rules) =>
    [
        new("operations", "Operations", "LED art. 25(1)",
            "Each of the six operations that must be logged. What counts as one:\nCollection: an item that a partner sent or an officer added is sealed.\nAlteration: an extract is made, an item is rectified, or a "
            + "restriction is placed or lifted.\nConsultation: an officer reads an item, with a justification on record first, or the program reads it to classify it.\nDisclosure: a partner is handed what is disclosed to "
            + "it, each time that it collects.\nCombination: a partner's answer is linked with the request of ours that it answers.\nErasure: the key of an item is destroyed.",
            new TableLayout("operations", "Operations by month", "Operation", [new(OperationCounts.All, "Whole period"), .. period.Parts.Select(part => new ReportColumn(part, part))],
            [
                ("collection", "Collection", null), ("alteration", "Alteration", null), ("consultation", "Consultation", null),
                ("disclosure", "Disclosure", null), ("combination", "Combination", null), ("erasure", "Erasure", null),
            ]),
            new TableLayout("consultations", "Consultations by who read", "Reader", [new("readings", "Readings")],
            [
                ("officer", "Officers, with a justification on record", "LED art. 25(1)"), ("officer-restricted", "Officers, of a restricted item", "LED art. 16(3)"),
                ("classification", "The program, to classify", null),
            ])),
        new("cases", "Cases and decisions", null, "Cases opened and decisions made in the period, and what every case there is waits for at its end.",
            new TableLayout("cases-kind", "Cases opened", "Kind", [new("opened", "Opened")],
                [("incoming", "Requests of partners", null), ("outgoing", "Requests of ours", null), ("spontaneous", "Information that nobody asked for", null), ("internal", "Files of our own, with what people wrote of incidents", null)]),
            new TableLayout("cases-instrument", "Cases opened by instrument", "Instrument", [new("opened", "Opened")], []),
            new TableLayout("decisions", "Decisions", "Decision", [new("made", "Made")],
                [("accepted", "Accepted", null), ("clarification-asked", "Clarification asked", null), ("postponed", "Postponed", null), ("refused", "Refused", null)]),
            new TableLayout("cases-phase", "What cases wait for at the end", "Waiting for", [new("cases", "Cases")],
            [
                ("awaiting-items", "Items of the partner", null), ("awaiting-receipt", "Our receipt", null), ("awaiting-decision", "A decision", null),
                ("clarification-asked", "Clarification", null), ("postponed", "The end of a postponement", null), ("accepted", "Nothing: accepted, or ours", null), ("refused", "Nothing: refused", null),
            ])),
        new("deadlines", "Deadlines", "The article beside each",
            "Kept: what stops the clock happened in time. Missed: its date passed first. Running: its date lies after the period, or is still to come. The entry behind a figure is the one that stopped the clock, "
            + "or, where nothing has, the one that started it.",
            new TableLayout(DeadlineCounts.Table, "Deadlines kept and missed", "Deadline", [new("kept", "Kept"), new("missed", "Missed"), new("running", "Running")], [], rules.Clock)),
        new("disclosures", "Disclosures", "LED art. 25(1), 24(1)(c) and (f)",
            "What was proposed, and how far it went. What was handed over is counted once a disclosure, when the partner first collects; under each category of data and each rule that it rests on.",
            new TableLayout("disclosures-partner", "Disclosures by partner", "Partner",
            [
                new("proposed", "Proposed"), new("not-allowed", "Stopped by the check"), new("granted", "Granted"), new("handed-over", "Handed over"),
                new("confirmed", "Confirmed"), new("recalled", "Recalled"), new("ended", "Ended before"),
            ], []),
            new TableLayout("disclosures-category", "Handed over by category of data", "Category", [new("handed-over", "Handed over")], [], Words),
            new TableLayout("disclosures-basis", "Handed over by basis", "Basis", [new("handed-over", "Handed over")], [("no-ladder", "No third country: no transfer basis is needed", null)], rules.Rule),
            new TableLayout("disclosures-instrument", "Handed over by instrument", "Instrument", [new("handed-over", "Handed over")], [])),
        new("refusals", "Refusals", "The article beside each",
            "Requests that were refused, by the ground that the officer gave; and proposals to disclose that the transfer check refused or wanted a person for, under each rule that did. Refused calls are counted by the hour: an hour of one caller, under the first rule that was not met.",
            new TableLayout("refusals-request", "Requests refused by ground", "Ground", [new("refused", "Refused")], [], Words),
            new TableLayout("refusals-transfer", "Transfers stopped by rule", "Rule", [new("refused", "Refused"), new("asked", "A person asked")], [], rules.Rule),
            new TableLayout("refusals-calls", "Calls refused by rule", "Rule", [new("officer", "Of officers"), new("partner", "Of partners")], [], rules.Rule)),
        new("incidents", "Incidents", "LED art. 30, 31; GDPR art. 33", "Incidents opened in the period, by cause, those open on its last day whenever they were opened, and the notices to the supervisory authority, to partners and to persons. A clock is kept where the notice was sent, or a person said why none is, in time.",
            new TableLayout("incidents", "Incidents by cause", "Cause", [new("opened", "Opened"), new("breaches", "Breaches"), new("severe", "Severe"), new("open", "Open at the end")], [], Words),
            new TableLayout("incident-clocks", "Clocks of notices", "Notice", [new("kept", "Kept"), new("missed", "Missed"), new("running", "Running")], [], rules.Rule),
            new TableLayout("incident-notices", "Notices sent, and not sent for a reason", "Notice to", [new("sent", "Sent"), new("waived", "Reasons why none is sent")], [], Words)),
        new("training", "Officers, training and undertakings", "LED art. 4(4), 29; UNCAC art. 60(1)(c)",
            "Of how many officers in standing each course and the confidentiality undertaking count on the last day of the period; and what was done to the officer register. An officer is in standing who has a role that "
            + "two admins granted, and is not suspended. At the end stand authorisations, suspensions, assignments, conflicts, and glass without a review; what else was done leaves nothing standing here.",
            new TableLayout("training", "Officers by what counts on the last day", "Course or undertaking", [new("valid", "Valid"), new("lapsed", "Lapsed"), new("missing", "Never recorded")],
                [("undertaking", "Confidentiality undertaking", rules.UndertakingCitation), .. rules.Courses]),
            new TableLayout("officers", "The officer register", "What", [new("done", "In the period"), new("standing", "Standing at the end")],
            [
                ("approved", "Officers authorised by two admins", null), ("role-withdrawn", "Roles withdrawn", null), ("suspended", "Officers suspended", null), ("training-recorded", "Courses recorded", null),
                ("undertaking-signed", "Undertakings signed", null), ("assigned", "Assignments to cases", null), ("conflict-declared", "Conflicts of interest declared", null),
                ("glass-broken", "Glass broken: access without assignment", null), ("glass-reviewed", "Such access reviewed by a second person", null),
            ])),
        new("retention", "Holds, reviews and erasures", "LED art. 5, 16", "What was done in the period, and what stands on its last day. A review or erasure whose date passed stays overdue until an officer acts.",
            new TableLayout("retention", "Retention and correction", "What", [new("done", "In the period"), new("standing", "Standing at the end")],
            [
                ("holds-placed", "Legal holds placed", null), ("holds-lifted", "Legal holds lifted", null),
                ("reviews-kept", "Cases reviewed and kept", "LED art. 5"), ("reviews-missed", "Review dates passed without a review", "LED art. 5"), ("erasures-missed", "Erasure dates passed without an erasure", "LED art. 5"),
                ("erasures-proposed", "Erasures proposed", null), ("erasures-not-approved", "Erasures rejected, or lapsed without approval", null), ("items-erased", "Items erased", "LED art. 16(2)"),
                ("items-restricted", "Items restricted", "LED art. 16(3)"), ("items-rectified", "Items rectified", "LED art. 16(1)"), ("notices-issued", "Notices of correction to partners", "LED art. 16(5), (6)"),
            ])),
    ];

    private static (string Title, string? Citation)? Words(string code) => (char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' '), null);
}
