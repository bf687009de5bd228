namespace Rogatory.Core.Transfer;

/// <summary>What the tables of the law make of stated facts. Rules use it like a stated fact, as <c>law.basicsStated</c> and so on.</summary>
internal static class LawFact
{
    public static readonly IReadOnlyList<string> Instruments =
        ["none", "UNTOC", "UNCAC", "ETS30", "ETS182", "ETS185", "CETS224", "EIO", "EEVIDENCE", "EUMLA2000", "UNCYBERCRIME", "BILATERAL"];

    private static readonly string[] States = ["date", "sendingState", "recipientState"];
    private static readonly string[] Regimes = ["date", "sendingState", "purposes"];

    private static readonly (string Name, string[] Sources)[] Flags =
    [
        ("basicsStated", States),
        ("led", Regimes),
        ("gdpr", Regimes),
        ("ledThirdCountry", ["date", "recipientState"]),
        ("gdprThirdCountry", ["date", "recipientState"]),
        ("beforeUnionRules", States),
        ("regimeConflict", ["regime", "purposes", "sender.kind"]),
        ("ledAdequate", ["date", "recipientState", "recipient.kind", "recipient.organisation", "adequacyScopeCovered"]),
        ("gdprAdequate", ["date", "recipientState", "recipient.kind", "recipient.organisation", "adequacyScopeCovered"]),
        ("adequateUnderGdprOnly", ["date", "recipientState"]),
        ("sameState", ["sendingState", "recipientState"]),
        ("namedApplies", [.. States, "instrument.bindsBothStates"]),
        ("partyRecalled", [.. States, "instrument.named"]),
        ("unConvention", [.. States, "instrument.named", "instrument.subjectMatter"]),
        ("yieldsToNone", ["instrument.otherTreaty"]),
        ("originOther", ["origin.kind", "origin.state", "recipientState"]),
        ("originBoundByLed", ["origin.kind", "origin.state", "date"]),
        ("onward", ["onwardTransfer.applies", "origin.kind", "origin.state", "date"]),
        ("boundByConvention108", ["date", "recipientState", "recipient.boundByConvention108"]),
        ("beyondRequest", ["release.beyondRequest", "request.dataCategories", "data.categories"]),
        ("regionOutsideLimits", ["regions.stored", "regions.outbound", "regions.replication", "date"]),
        ("regionUnknown", ["regions.stored", "regions.outbound"]),
        ("regionThirdCountry", ["regions.stored", "regions.outbound", "regions.replication", "date"]),
        ("accessThirdCountry", ["regions.accessFrom", "date"]),
    ];

    /// <summary>Their definitions, to come after the stated facts.</summary>
    public static IEnumerable<FactDefinition> Definitions(int from) =>
        Flags.Select((flag, index) => new FactDefinition(from + index, $"law.{flag.Name}", FactKind.Flag, [], flag.Sources))
            .Append(new FactDefinition(from + Flags.Length, "law.instrument", FactKind.Code, Instruments, [.. States, "instrument.named", "instrument.otherTreaty", "instrument.subjectMatter", "instrument.bindsBothStates"]));
}
