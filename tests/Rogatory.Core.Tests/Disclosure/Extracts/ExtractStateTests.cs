using Rogatory.Core.Case;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Core.Sealing;
using Rogatory.Core.Tests.Classification;
using Rogatory.Ledger;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

public sealed class ExtractStateTests
{
    private static readonly ItemId Statement = ItemId.Parse("statement");
    private static readonly ItemId Extract = ItemId.Parse("statement.extract-1");
    private static readonly ItemId Proof = ItemId.Parse("statement.extract-1-proof");

    [Fact]
    public void What_was_made_of_an_item_is_known_once_the_ledger_says_so()
    {
        CaseState state = Fold(Before(), Made());

        Assert.Equal(Statement, state.Extracts.Find(Extract)!.Source);
        Assert.True(state.Extracts.HasOf(Statement));
        Assert.False(state.Extracts.HasOf(ItemId.Parse("letter")));
        Assert.Equal(2, state.Extracts.NextNumber(Statement));
        Assert.Equal(1, state.Extracts.NextNumber(ItemId.Parse("letter")));
    }

    [Fact]
    public void An_extract_takes_its_proof_with_it_wherever_it_goes()
    {
        CaseState state = Fold(Before(), Made());

        Assert.Equal([Extract, Proof, Statement], state.Extracts.WithProofs([Extract, Statement]));
        Assert.Equal([Proof, Extract], state.Extracts.WithProofs([Proof, Extract]));
        Assert.Equal([Statement], state.Extracts.WithProofs([Statement]));
    }

    [Fact]
    public void An_extract_that_cannot_be_is_no_history()
    {
        ExtractMade[] wrong =
        [
            Made() with { Item = ItemId.Parse("statement.extract-2") },
            Made() with { Item = ItemId.Parse("letter.extract-1") },
            Made() with { Source = ItemId.Parse("letter") },
            Made() with { SourceRoot = new string('9', 64) },
            Made() with { Reasons = ItemId.Parse("request.extract-0123456789ab") },
            Made() with { Proof = ItemId.Parse("statement.extract-2-proof") },
        ];
        foreach (ExtractMade one in wrong)
            Assert.Throws<CaseHistoryException>(() => Fold(Before(), one));
        Assert.Throws<CaseHistoryException>(() => Fold(Fold(Before(), Made()), Made()));
    }

    [Fact]
    public void A_proof_needs_the_blocks_of_its_item_on_record()
    {
        CaseState unclassified = Some.State(Sealed()) with { Phase = CasePhase.Accepted };

        Assert.Throws<CaseHistoryException>(() => Fold(unclassified, Made()));
        Assert.Null(Fold(unclassified, Made() with { Proof = null }).Extracts.Find(Extract)!.Proof);
    }

    [Fact]
    public void Extracts_are_made_in_accepted_cases_only() =>
        Assert.Throws<CaseHistoryException>(() => Fold(Before() with { Phase = CasePhase.AwaitingDecision }, Made()));

    [Fact]
    public void A_stored_fold_keeps_what_was_made()
    {
        CaseState state = Fold(Before(), Made());
        var projection = new Projection(Projection.CurrentFormat, state, LedgerTip.Empty, new CaseRest(Some.Time, 0));

        ExtractMade read = Projection.Parse(projection.ToBytes())!.State.Extracts.Find(Extract)!;

        Assert.Equal((Proof, 3), (read.Proof!.Value, read.Marks["person-name"]));
        Assert.Equal(["keep:rows", "remove:categories"], read.Selectors);
    }

    private static CaseState Before() => SomeClassification.Of("statement").Aggregate(
        Some.State(Sealed()), (state, one) => state.Apply(one, 9, Some.Time, "system:classification")) with { Phase = CasePhase.Accepted };

    private static ItemSealed[] Sealed() =>
    [
        Some.Sealed("statement"), Some.Sealed("letter"), Some.Sealed("statement.extract-1"), Some.Sealed("statement.extract-1-proof"), Some.Sealed("request.extract-abcdefabcdef"),
    ];

    private static ExtractMade Made() => new()
    {
        Command = Some.Command(),
        Item = Extract,
        Source = Statement,
        SourceRoot = Some.Sealed("statement").SealedRoot,
        Format = "csv",
        Selectors = ["keep:rows", "remove:categories"],
        Categories = ["person-name"],
        Marks = new Dictionary<string, long> { ["person-name"] = 3 },
        Removed = new Dictionary<string, long> { ["rows"] = 90 },
        Proof = Proof,
        Reasons = ItemId.Parse("request.extract-abcdefabcdef"),
    };

    private static CaseState Fold(CaseState state, LedgerEvent one) => state.Apply(one, 19, Some.Time, "officer:o-jansen");
}
