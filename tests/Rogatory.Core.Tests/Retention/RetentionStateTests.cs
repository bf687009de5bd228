using Rogatory.Core.Case;
using Rogatory.Core.Retention;

namespace Rogatory.Core.Tests.Retention;

public sealed class RetentionStateTests
{
    private const string Proposer = "officer:o-jansen";
    private const string Approver = "officer:o-devries";
    private static readonly ItemId Statement = ItemId.Parse("statement");
    private static readonly ItemId Findings = ItemId.Parse("statement.findings");
    private static readonly ItemId Letter = ItemId.Parse("letter");
    private static readonly ItemId Words = ItemId.Parse("request.decision-0123456789ab");

    [Fact]
    public void An_erasure_takes_another_officer_and_goes_from_approved_to_begun_to_erased()
    {
        CaseState state = Fold(Some.State(), (SomeRetention.Proposed(Statement), Proposer));
        Assert.False(state.IsErasing(Statement));
        Assert.Throws<CaseHistoryException>(() => Fold(state, (SomeRetention.Approved(Statement), Proposer)));

        Assert.Throws<CaseHistoryException>(() => Fold(state, (SomeRetention.Approved(), Approver)));
        Assert.Throws<CaseHistoryException>(() => Fold(state, (SomeRetention.Approved(Statement, Letter), Approver)));
        state = Fold(state, (SomeRetention.Approved(Statement), Approver));
        Assert.Throws<CaseHistoryException>(() => Fold(state, (SomeRetention.Begun(Statement, Letter), "system:flow")));
        Assert.True(state.IsErasing(Statement) && state.IsErasing(Findings));
        Assert.False(state.IsErasing(Letter) || state.IsErased(Statement));
        state.RefuseErased(Statement);

        state = Fold(state, (SomeRetention.Begun(Statement), "system:flow"));
        Assert.True(state.IsErasing(Statement));
        Assert.Equal("item-erased", Assert.Throws<RefusedException>(() => state.RefuseErased(Findings)).Slug);

        state = Fold(state, (SomeRetention.Erased(Statement), "system:flow"));
        Assert.True(state.IsErased(Statement) && state.IsErased(Findings));
        Assert.False(state.IsErasing(Statement) || state.IsErased(Letter));
    }

    [Fact]
    public void An_erasure_of_all_leaves_what_says_why_and_what_comes_after_it()
    {
        ItemId why = ItemId.Parse("request.erasure-0123456789ab");
        CaseState state = Fold(Some.State(), (SomeRetention.Proposed(), Proposer), (SomeRetention.Approved(CaseState.RequestItem, Statement), Approver));
        Assert.True(state.IsErasing(CaseState.RequestItem) && state.IsErasing(Words) && state.IsErasing(Findings));
        Assert.False(state.IsErasing(why) || state.IsErasing(Letter));

        state = Fold(state, (SomeRetention.Begun(CaseState.RequestItem, Words), "system:flow"));
        Assert.True(state.IsErasing(Words));
        Assert.False(state.IsErasing(ItemId.Parse("request.decision-ba9876543210")));
    }

    [Fact]
    public void A_hold_covers_what_is_derived_and_is_lifted_by_another_officer()
    {
        CaseState state = Fold(Some.State(), (SomeRetention.Held(Statement), Proposer));
        Assert.True(state.Retention.IsHeld(Statement) && state.Retention.IsHeld(Findings));
        Assert.False(state.Retention.IsHeld(Letter));
        Assert.Throws<CaseHistoryException>(() => Fold(state, (SomeRetention.Lifted(), Proposer)));
        state = Fold(state, (SomeRetention.Lifted(), Approver));
        Assert.False(state.Retention.IsHeld(Statement));
        Assert.Throws<CaseHistoryException>(() => Fold(state, (SomeRetention.Lifted(), Approver)));
    }

    [Fact]
    public void What_is_held_is_never_begun_and_a_hold_that_comes_after_is_too_late()
    {
        CaseState approved = Fold(Some.State(), (SomeRetention.Proposed(Statement), Proposer), (SomeRetention.Approved(Statement), Approver));
        CaseState held = Fold(approved, (SomeRetention.Held(), Approver));
        Assert.Throws<CaseHistoryException>(() => Fold(held, (SomeRetention.Begun(Statement), "system:flow")));

        CaseState begun = Fold(approved, (SomeRetention.Begun(Statement), "system:flow"), (SomeRetention.Held(), Approver));
        Assert.False(begun.Retention.IsHeld(Statement));
        Assert.True(begun.Retention.IsHeld(Letter));
    }

    [Fact]
    public void A_hold_that_is_placed_makes_storage_be_asked_again()
    {
        var bodies = new BodiesHeld { Command = Some.Command(), Items = [Statement, Letter], Missing = [] };
        CaseState state = Fold(Some.State(), (SomeRetention.Held(), Proposer), (bodies, "system:flow"), (SomeRetention.Held(2, Letter), Proposer));
        Assert.Equal(["statement"], state.Retention.HeldBodies);
    }

    private static CaseState Fold(CaseState state, params (RetentionEvent Happened, string Actor)[] lines) =>
        lines.Aggregate(state, (at, line) => at.Apply(line.Happened, 9, Some.Time, line.Actor));
}
