using System.Collections.Immutable;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Tests;

/// <summary>Any valid value; a test names only what matters to it.</summary>
internal static class Some
{
    public static readonly CaseId Case = CaseId.Of(TestAuthority.Partner, "PNF-2026-0411");
    public static readonly DateTimeOffset Time = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public static readonly IReadOnlySet<OfficerRole> Reviewer = new HashSet<OfficerRole> { OfficerRole.Reviewer };

    public static CommandId Command() => CommandId.Derive("some", AttemptId.New().ToString());

    public static RequestOpened Opened(params string[] items) => new()
    {
        Command = Command(),
        Partner = TestAuthority.Partner,
        Instrument = "UNCAC",
        Urgency = "routine",
        Handling = "H1",
        DataCategories = ["bank-records"],
        Items = [.. items.Select(ItemId.Parse)],
        Missing = [],
        Deadlines = [],
        Policy = "2026-11-22",
        RetainUntil = Time.AddYears(5),
    };

    public static ItemAdded Added(string item) => new()
    {
        Command = Command(),
        Item = ItemId.Parse(item),
        DataCategories = ["identity"],
        Origin = ItemOrigin.Own,
    };

    public static ItemSealed Sealed(string item) => new()
    {
        Command = Command(),
        Item = ItemId.Parse(item),
        Attempt = AttemptId.New(),
        Size = 56,
        Version = null,
        Header = "28" + new string('0', 78),
        Commitment = new string('1', 64),
        SealedRoot = new string('2', 64),
    };

    public static CaseState State(params ItemSealed[] items) =>
        CaseState.Open(Case, Opened("statement", "letter"), 0, Time) with
        {
            Sealed = items.ToImmutableDictionary(one => one.Item.ToString()),
        };
}
