using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Core.Tests.Disclosure;

namespace Rogatory.Core.Tests.Retention;

/// <summary>Legal holds, and holds against erasures in every order.</summary>
public sealed class HoldTests
{
    private static readonly ItemId Item = RetentionScenario.Item;

    [Fact]
    public async Task A_hold_on_the_case_has_storage_hold_every_body_and_what_comes_later_too()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await scenario.HoldAsync();
        await scenario.RunAsync();
        Assert.Equal((await scenario.StateAsync()).Sealed.Count, (await HeldAsync(scenario)).Count);

        await scenario.ReadAsync();
        await scenario.RunAsync();
        CaseState state = await scenario.StateAsync();
        Assert.Equal(state.Sealed.Keys.Order(StringComparer.Ordinal), (await HeldAsync(scenario)).Order(StringComparer.Ordinal));
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task A_body_is_let_go_when_the_last_hold_on_it_is_lifted()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await scenario.HoldAsync(Item);
        await scenario.HoldAsync(DisclosureScenario.Approver, Item, CaseState.RequestItem);
        await scenario.RunAsync();
        Assert.Equal(["request", "request.findings", "statement", "statement.findings"], (await HeldAsync(scenario)).Order(StringComparer.Ordinal));

        await scenario.LiftAsync(2, DisclosureScenario.Proposer);
        await scenario.RunAsync();
        Assert.Equal(["statement", "statement.findings"], (await HeldAsync(scenario)).Order(StringComparer.Ordinal));
        await scenario.LiftAsync(1);
        await scenario.RunAsync();
        Assert.Empty(await HeldAsync(scenario));
    }

    [Fact]
    public async Task The_same_hold_sent_twice_is_one_and_another_officers_is_another()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        HoldState first = await scenario.HoldAsync(Item);
        Assert.Equal(first.Placed, (await scenario.HoldAsync(Item)).Placed);
        Assert.Equal(2, (await scenario.HoldAsync(DisclosureScenario.Second, Item)).Placed.Hold);
        await scenario.LiftAsync(1);
        Assert.Equal(DisclosureScenario.Approver.ToString(), (await scenario.LiftAsync(1)).LiftedBy!["officer:".Length..]);
        Assert.Equal(2, (await scenario.StateAsync()).Retention.Holds.Count);
    }

    [Fact]
    public async Task A_body_that_storage_does_not_hold_is_an_incident_and_stops_nothing_else()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        scenario.Authority.Vault.Tamper(await scenario.PathAsync(), body: null);
        await scenario.HoldAsync();
        await scenario.RunAsync();
        Assert.Contains(await scenario.Authority.Incidents.ListAsync(CancellationToken.None), one => one.Cause == IncidentCause.ProtectionMissing && one.Item == Item);
        Assert.Contains("request", await HeldAsync(scenario));
    }

    [Fact]
    public async Task The_patrol_reports_a_body_that_storage_let_go_of_while_a_hold_stands()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await scenario.HoldAsync(Item);
        await scenario.RunAsync();
        Assert.Empty((await scenario.Authority.Patrol.RunAsync(PatrolScope.Sample, PatrolBounds.OfTimer, CancellationToken.None)).Faults);
        await scenario.Authority.Vault.ReleaseAsync(await scenario.PathAsync(), null, CancellationToken.None);
        PatrolFault fault = Assert.Single((await scenario.Authority.Patrol.RunAsync(PatrolScope.Sample, PatrolBounds.OfTimer, CancellationToken.None)).Faults);
        Assert.Equal((IncidentCause.ProtectionMissing, Item), (fault.Cause, fault.Item!.Value));
    }

    [Fact]
    public async Task A_hold_on_what_is_derived_keeps_its_source()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        ItemId findings = ItemId.Parse("statement.findings");
        await scenario.HoldAsync(findings);
        await RetentionScenario.RefusedAsync("item-held", () => scenario.ProposeAsync(Item));
    }

    [Fact]
    public async Task A_hold_that_comes_after_the_approval_stops_the_erasure_until_it_is_lifted()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await scenario.ProposeAsync(Item);
        await scenario.ApproveAsync();
        await scenario.HoldAsync();
        await scenario.RunAsync();
        Assert.True((await scenario.StateAsync()).IsErasing(Item));
        Assert.Equal(DisclosureScenario.Content, await scenario.ReadAsync());

        await scenario.LiftAsync(1);
        await scenario.RunAsync();
        Assert.True((await scenario.StateAsync()).IsErased(Item));
        await RetentionScenario.RefusedAsync("item-erased", () => scenario.ReadAsync());
    }

    /// <summary>The hold arrives right after the n-th call that the erasure makes to the ledger.</summary>
    [Fact]
    public async Task Of_a_hold_and_an_erasure_at_once_one_wins_and_the_other_is_told()
    {
        bool heldWon = false;
        bool erasureWon = false;
        for (int call = 1; call < 12; call++)
        {
            using RetentionScenario scenario = await RetentionScenario.StartAsync();
            await scenario.ProposeAsync(Item);
            await scenario.ApproveAsync();
            bool placed = true;
            AfterLedgerCall(scenario.Authority, call, async () =>
            {
                try
                {
                    await scenario.HoldAsync(DisclosureScenario.Second, Item);
                }
                catch (RefusedException refused) when (refused.Slug == "item-erased")
                {
                    placed = false;
                }
            });
            await scenario.RunAsync();
            await scenario.RunAsync();

            CaseState state = await scenario.StateAsync();
            bool held = state.Retention.IsHeld(Item);
            Assert.NotEqual(held, state.IsErased(Item));
            Assert.Equal(held, (await scenario.EnvelopesAsync(Item)).Count == 1);
            Assert.True(placed || state.IsErased(Item));
            heldWon |= held;
            erasureWon |= !held;
            await scenario.Authority.VerifyAsync(scenario.Case);
        }

        Assert.True(heldWon && erasureWon, "The race was not run both ways.");
    }

    [Fact]
    public async Task The_eraser_asks_the_ledger_again_before_it_destroys_anything()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await scenario.Authority.EraseItems.DestroyAsync(await scenario.PathAsync(), 0, CancellationToken.None);
        await scenario.ProposeAsync(Item);
        await scenario.ApproveAsync();
        await scenario.Authority.EraseItems.DestroyAsync(await scenario.PathAsync(), 0, CancellationToken.None);
        Assert.Single(await scenario.EnvelopesAsync(Item));
    }

    private static void AfterLedgerCall(TestAuthority authority, int call, Func<Task> happening)
    {
        authority.Faults.After("ledger", Count);

        async Task Count()
        {
            if (--call > 0)
                authority.Faults.After("ledger", Count);
            else
                await happening();
        }
    }

    internal static async Task SealAsync(RetentionScenario scenario, ItemId item)
    {
        CaseState state = await scenario.StateAsync();
        var content = new MemoryStream([1, 2, 3]);
        var path = new SealedPath(scenario.Case, item, AttemptId.New());
        CommandId command = Some.Command();
        ItemSealed one = await scenario.Authority.Items.SealAsync(
            path, command, new ItemSource("findings.json", "application/json", 3, content), _ => { }, state.Request.RetainUntil, CancellationToken.None);
        await scenario.Authority.Journal.AppendAsync(scenario.Case, "system:flow", command, _ => [one], CancellationToken.None);
    }

    private static async Task<IReadOnlyList<string>> HeldAsync(RetentionScenario scenario)
    {
        List<string> held = [];
        foreach (ItemSealed one in (await scenario.StateAsync()).Sealed.Values)
        {
            if (await scenario.Authority.Vault.IsHeldAsync(new(scenario.Case, one.Item, one.Attempt), one.Version, CancellationToken.None))
                held.Add(one.Item.ToString());
        }

        return held;
    }
}
