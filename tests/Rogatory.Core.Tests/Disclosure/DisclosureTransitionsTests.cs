using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Tests.Disclosure;

public sealed class DisclosureTransitionsTests
{
    // A column an event, in the order of Columns. The step after it, = for no change, . for refused.
    // check, refusing check, approve, reject, escalate, grant, release, manifest, fetch, withdraw, recall, end, removed, remind, overdue, receipt, acknowledge, copy checked, copy failed
    private static readonly (DisclosureStep Step, string Row)[] Table =
    [
        (DisclosureStep.Proposed,     "= N = R = . . . . W . E . . . . . . ."),
        (DisclosureStep.NotAllowed,   ". . . . . . . . . . . . . . . . . . ."),
        (DisclosureStep.Rejected,     ". . . . . . . . . . . . . . . . . . ."),
        (DisclosureStep.Approved,     "= = . . . G . . . W . E . . . . . . ."),
        (DisclosureStep.Granted,      "= = . . . . = Y . W . E . . . . . . ."),
        (DisclosureStep.Ready,        "= = . . . . . . F W . E . = = . . = ="),
        (DisclosureStep.Fetched,      "= = . . . . . . = . C . = = = V . = ="),
        (DisclosureStep.Received,     ". . . . . . . . . . C . = . . . . . ."),
        (DisclosureStep.Withdrawn,    ". . . . . . . . . . . . = . . . . . ."),
        (DisclosureStep.Recalled,     ". . . . . . . . . . . . = . . = K . ."),
        (DisclosureStep.Acknowledged, ". . . . . . . . . . . . = . . = . . ."),
        (DisclosureStep.Ended,        ". . . . . . . . . . . . = . . . . . ."),
    ];

    private static readonly Dictionary<string, DisclosureStep> Letters = new()
    {
        ["N"] = DisclosureStep.NotAllowed,
        ["R"] = DisclosureStep.Rejected,
        ["G"] = DisclosureStep.Granted,
        ["Y"] = DisclosureStep.Ready,
        ["F"] = DisclosureStep.Fetched,
        ["W"] = DisclosureStep.Withdrawn,
        ["C"] = DisclosureStep.Recalled,
        ["E"] = DisclosureStep.Ended,
        ["V"] = DisclosureStep.Received,
        ["K"] = DisclosureStep.Acknowledged,
    };

    private static IReadOnlyList<DisclosureEvent> Columns =>
    [
        SomeDisclosure.Checked(TransferOutcome.Allowed), SomeDisclosure.Checked(TransferOutcome.Refused), SomeDisclosure.Approved(), SomeDisclosure.Rejected(),
        SomeDisclosure.Escalated(), SomeDisclosure.Granted(), SomeDisclosure.Released(), SomeDisclosure.Manifest(), SomeDisclosure.Fetched(),
        SomeDisclosure.Withdrawn(), SomeDisclosure.Recalled(), SomeDisclosure.Ended(), SomeDisclosure.Removed(), SomeDisclosure.Reminded(),
        SomeDisclosure.Overdue(), SomeDisclosure.Received(), SomeDisclosure.Acknowledged(), SomeDisclosure.CopyPassed(), SomeDisclosure.CopyFailed(),
    ];

    [Fact]
    public void Every_pair_of_step_and_event_has_one_answer()
    {
        foreach ((DisclosureStep step, string row) in Table)
        {
            string[] cells = row.Split(' ');
            Assert.Equal(Columns.Count, cells.Length);
            foreach ((int column, DisclosureEvent happened) in Columns.Index())
            {
                DisclosureStep? expected = cells[column] switch { "." => null, "=" => step, string letter => Letters[letter] };
                Assert.True(expected == DisclosureTransitions.Next(step, happened, isLastApproval: false), $"{step}, {happened.Name}");
            }
        }
    }

    [Fact]
    public void The_table_covers_every_step_and_every_event_but_the_proposal_that_begins_one()
    {
        Assert.Equal(Enum.GetValues<DisclosureStep>().Order(), Table.Select(row => row.Step).Order());
        IEnumerable<string> events = CaseEvents.Codec.Types.Where(one => one.Value.IsAssignableTo(typeof(DisclosureEvent))).Select(one => one.Key);
        Assert.Equal(events.Order(StringComparer.Ordinal),
            Columns.Select(one => one.Name).Append(DisclosureProposed.EventName).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_last_approval_makes_the_grant_due() =>
        Assert.Equal(DisclosureStep.Approved, DisclosureTransitions.Next(DisclosureStep.Proposed, SomeDisclosure.Approved(), isLastApproval: true));
}
