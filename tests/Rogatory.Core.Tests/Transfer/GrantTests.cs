using System.Reflection;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Transfer;

public sealed class GrantTests
{
    private static readonly PolicySet Policy = PolicySet.Load();
    private static readonly CaseId Case = CaseId.Of(PartnerId.Parse("fr-pnf"), "A-1");
    private static readonly PartnerId Partner = PartnerId.Parse("fr-pnf");
    private static readonly ItemId Item = ItemId.Parse("statement");
    private static readonly DateTimeOffset Expires = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_decision_that_lets_through_gives_a_grant_for_its_items_with_its_conditions()
    {
        TransferDecision decision = Decide("us");

        DisclosureGrant grant = DisclosureGrants.For(Case, [Item], Partner, decision, Expires);

        Assert.Equal((Case.ToString(), "fr-pnf", Expires), (grant.Case, grant.Partner, grant.Expires));
        Assert.Equal(["statement"], grant.Items);
        Assert.Equal(decision.Conditions.Select(one => one.Code), grant.Conditions);
        Assert.Contains("no-onward-transfer", grant.Conditions);
    }

    [Theory]
    [InlineData("necessity", """{"value": false, "reasons": "Not needed."}""", TransferOutcome.Refused)]
    [InlineData("necessity", "null", TransferOutcome.NeedsAPerson)]
    public void A_decision_that_does_not_gives_none(string fact, string value, TransferOutcome outcome)
    {
        TransferDecision decision = Decide("us", facts => facts[fact] = JsonNode.Parse(value));

        Assert.Equal(outcome, decision.Outcome);
        Assert.Throws<InvalidOperationException>(() => DisclosureGrants.For(Case, [Item], Partner, decision, Expires));
    }

    [Fact]
    public void A_grant_is_for_something() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DisclosureGrants.For(Case, [], Partner, Decide("us"), Expires));

    [Fact]
    public void A_grant_permits_its_items_to_its_partner_in_its_time_and_nothing_else()
    {
        DisclosureGrant grant = DisclosureGrants.For(Case, [Item], Partner, Decide("us"), Expires);
        DateTimeOffset before = Expires.AddTicks(-1);

        Assert.True(grant.Permits(Case.ToString(), "statement", "fr-pnf", before));
        Assert.False(grant.Permits(Case.ToString(), "statement", "fr-pnf", Expires));
        Assert.False(grant.Permits(Case.ToString(), "letter", "fr-pnf", before));
        Assert.False(grant.Permits(Case.ToString(), "statement", "de-bka", before));
        Assert.False(grant.Permits("0000-0000-0000", "statement", "fr-pnf", before));
    }

    [Fact]
    public void Nobody_outside_can_make_a_decision_or_a_grant()
    {
        Assert.All(new[] { typeof(DisclosureGrant), typeof(TransferDecision) }, type =>
        {
            Assert.True(type.IsSealed);
            Assert.Empty(type.GetConstructors(BindingFlags.Public | BindingFlags.Instance));
        });
        Assembly[] ours = [typeof(TransferCheck).Assembly, typeof(DisclosureGrant).Assembly];
        IEnumerable<MethodInfo> visible = ours.SelectMany(assembly => assembly.GetExportedTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly));
        Assert.Equal(["TransferCheck.Decide"], visible
            .Where(method => !method.IsSpecialName && Gives(method.ReturnType, typeof(TransferDecision)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}"));
        Assert.DoesNotContain(visible, method => Gives(method.ReturnType, typeof(DisclosureGrant)) && method.DeclaringType!.Namespace == typeof(TransferCheck).Namespace);
    }

    private static bool Gives(Type returned, Type wanted) => returned == wanted || (returned.IsGenericType && returned.GetGenericArguments().Contains(wanted));

    private static TransferDecision Decide(string name, Action<JsonObject>? change = null)
    {
        JsonObject facts = Scenario.Base(name);
        change?.Invoke(facts);
        return TransferCheck.Decide(TransferFacts.From(facts), Policy);
    }
}
