using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Flow;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Core.Tests.Retention;

namespace Rogatory.Core.Tests.Classification;

/// <summary>What is erased or restricted takes with it what was found in it, and is not searched any more.</summary>
public sealed class ClassificationRetentionTests
{
    private static readonly ItemId Item = RetentionScenario.Item;
    private static readonly ItemId Added = ItemId.Parse("accounts");

    [Fact]
    public async Task An_item_that_is_erased_while_it_is_searched_leaves_nothing_behind()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await AddAsync(scenario);
        scenario.Authority.Faults.After("vault", async () =>
        {
            await scenario.ProposeAsync(Added);
            await scenario.ApproveAsync();
        });

        await scenario.Authority.Classify.RunAsync(scenario.Case, Added, CancellationToken.None);
        await scenario.RunAsync();

        CaseState state = await scenario.StateAsync();
        Assert.True(state.IsErased(Added));
        Assert.Null(state.Classification.Find(Added));
        Assert.Null(state.Find(Derivation.FindingsOf(Added)));
        Assert.Empty(await scenario.EnvelopesAsync(Derivation.FindingsOf(Added)));
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public void What_is_restricted_is_not_searched_until_that_is_lifted_and_its_findings_are_restricted_with_it()
    {
        CaseState state = Some.State(Some.Sealed("statement"));
        state = state with
        {
            Corrections = state.Corrections with { Restrictions = state.Corrections.Restrictions.Add("statement", new(SomeRestricted(), "officer:o-jansen")) },
        };
        Assert.Empty(ClassificationDecider.Decide(state));
        Assert.True(state.Corrections.IsRestricted(Derivation.FindingsOf(Item)));
        Assert.Equal([new DueCommand.ClassifyItem(Item)], ClassificationDecider.Decide(state with { Corrections = CorrectionState.None }));
    }

    [Fact]
    public void Every_item_of_content_is_due_once_and_nothing_that_we_made()
    {
        CaseState state = Some.State(
            Some.Sealed("request"), Some.Sealed("statement"), Some.Sealed("statement.extract-1"), Some.Sealed("statement.extract-1-proof"),
            Some.Sealed("request.consultation-0123456789ab"), Some.Sealed("letter"), Some.Sealed("letter.findings"));
        Assert.Equal(["request", "statement", "statement.extract-1"], ClassificationDecider.Decide(state).Cast<DueCommand.ClassifyItem>().Select(one => one.Item.ToString()));
    }

    private static ItemRestricted SomeRestricted() => new()
    {
        Command = Some.Command(), Item = Item, Ground = RestrictionGround.AccuracyContested, Citation = "LED art. 16(3)", Reasons = ItemId.Parse("request.restriction-0123456789ab"),
    };

    private static async Task AddAsync(RetentionScenario scenario)
    {
        CaseState state = await scenario.StateAsync();
        byte[] content = "word\n"u8.ToArray();
        var path = new SealedPath(scenario.Case, Added, AttemptId.New());
        CommandId command = Some.Command();
        ItemSealed one = await scenario.Authority.Items.SealAsync(
            path, command, new ItemSource("accounts.txt", "text/plain", content.Length, new MemoryStream(content)), _ => { }, state.Request.RetainUntil, CancellationToken.None);
        await scenario.Authority.Journal.AppendAsync(
            scenario.Case, "officer:o-jansen", command, _ => [Some.Added("accounts") with { Command = command }, one], CancellationToken.None);
    }
}
