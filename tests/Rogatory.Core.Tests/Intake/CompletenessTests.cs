using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.TestKit;

namespace Rogatory.Core.Tests.Intake;

public sealed class CompletenessTests
{
    private static readonly PolicySet Policy = PolicySet.Load();
    private static readonly DateOnly Today = new(2026, 11, 22);

    public static TheoryData<string> CompleteSamples => [.. SampleRequests.Names.Where(name => !name.EndsWith("-incomplete", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(CompleteSamples))]
    public void A_complete_request_has_no_finding_but_what_a_person_has_to_look_at(string name)
    {
        RequestDocument request = RequestDocument.Parse(SampleRequests.Read(name), Policy);
        RuleEffect[] effects = [.. Completeness.Check(request, Policy, Today).Select(finding => EffectOf(finding.Rule))];
        Assert.All(effects, effect => Assert.Equal(RuleEffect.Note, effect));
    }

    [Fact]
    public void An_incomplete_request_hears_exactly_what_is_missing_and_under_which_article()
    {
        RequestDocument request = RequestDocument.Parse(SampleRequests.Read("uncac-incomplete"), Policy);
        IReadOnlyList<Finding> findings = Completeness.Check(request, Policy, Today);
        Assert.Equal(
            [
                ("/proceeding/conductedBy", "UNCAC art. 46(15)(b)"), ("/facts", "UNCAC art. 46(15)(c)"),
                ("/assistance/0/description", "UNCAC art. 46(15)(d)"), ("/purpose", "UNCAC art. 46(15)(f)"),
            ],
            findings.Where(finding => finding.IsMissing).Select(finding => (finding.Field, finding.Citation)));
        Assert.Equal(
            ["/authority/contact", "/dataCategories", "/handling", "/persons/0/address", "/persons/0/nationality", "/respondBy"],
            findings.Where(finding => !finding.IsMissing).Select(finding => finding.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_request_that_names_no_kind_of_assistance_is_held_to_what_is_asked_of_any()
    {
        RequestDocument request = RequestDocument.Parse(
            """{"reference":"A","legalBasis":{"instrument":"UNTOC"},"assistance":[{"description":"Help"}],"items":[]}"""u8.ToArray(), Policy);
        Assert.Contains(Completeness.Check(request, Policy, Today), finding => finding is { IsMissing: true, Field: "/facts" });
    }

    private static RuleEffect EffectOf(string rule) => Policy.Packs.SelectMany(pack => pack.Rules).Single(one => one.Id == rule).Effect;
}
