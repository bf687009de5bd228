using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Tests.Classification;

namespace Rogatory.Core.Tests.Access;

public sealed class AccessCaseTests
{
    private static readonly ItemId Statement = ItemId.Parse("statement");

    [Theory]
    [InlineData("statement")]
    [InlineData("statement.findings")]
    public void Material_that_nobody_has_looked_into_may_hold_anything_and_so_may_what_is_derived_from_it(string item)
    {
        CaseState state = Some.State(Some.Sealed("statement"));
        AccessCase known = AccessCase.Of(state, ItemId.Parse(item));
        Assert.True(known is { HoldsSpecial: true, ConcernsVulnerable: true });
        known = AccessCase.Of(Classified(state, "iban"), ItemId.Parse(item));
        Assert.True(known is { HoldsSpecial: false, ConcernsVulnerable: false });
        known = AccessCase.Of(state, item: null);
        Assert.True(known is { HoldsSpecial: false, ConcernsVulnerable: false });
    }

    [Theory]
    [InlineData("health", true, false)]
    [InlineData("victim", false, true)]
    [InlineData("iban", false, false)]
    public void What_was_found_counts_for_its_item_for_its_findings_and_for_the_case(string category, bool isSpecial, bool isVulnerable)
    {
        CaseState state = Classified(Some.State(Some.Sealed("statement"), Some.Sealed("letter")), category);
        foreach (string? item in (string?[])["statement", "statement.findings", null])
        {
            AccessCase known = AccessCase.Of(state, item is null ? null : ItemId.Parse(item));
            Assert.Equal((isSpecial, isVulnerable), (known.HoldsSpecial, known.ConcernsVulnerable));
        }
    }

    [Theory]
    [InlineData("minor", true)]
    [InlineData("victim", true)]
    [InlineData("witness", true)]
    [InlineData("informant", true)]
    [InlineData("suspect", false)]
    public void Whom_the_request_says_it_is_about_counts_for_every_item(string subject, bool isVulnerable)
    {
        CaseState state = Classified(Some.State(Some.Sealed("statement")), "iban");
        state = state with { Request = state.Request with { Subjects = [subject] } };
        Assert.Equal(isVulnerable, AccessCase.Of(state, Statement).ConcernsVulnerable);
        Assert.Equal(isVulnerable, AccessCase.Of(state, item: null).ConcernsVulnerable);
        Assert.Equal(isVulnerable, AccessCase.Of(state, ItemId.Parse("request.decision-0123456789ab")).ConcernsVulnerable);
    }

    private static CaseState Classified(CaseState state, string category)
    {
        ItemClassified found = SomeClassification.Of("statement").OfType<ItemClassified>().Single() with { Categories = new Dictionary<string, long> { [category] = 1 } };
        return state with { Classification = state.Classification with { Items = state.Classification.Items.SetItem("statement", found) } };
    }
}
