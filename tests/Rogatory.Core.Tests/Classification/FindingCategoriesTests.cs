using Rogatory.Core.Classification;
using Rogatory.Core.Intake;

namespace Rogatory.Core.Tests.Classification;

public sealed class FindingCategoriesTests
{
    private static readonly string[] Families = ["identity", "financial", "contact", "online", "legal", "special", "vulnerable"];

    [Fact]
    public void Every_category_has_a_family_a_citation_and_data_categories_that_the_transfer_facts_know()
    {
        Assert.NotEmpty(FindingCategories.All);
        Assert.All(FindingCategories.All, category =>
        {
            Assert.Contains(category.Family, Families);
            Assert.NotEmpty(category.Citation);
            Assert.NotEmpty(category.Description);
            Assert.NotEmpty(category.DataCategories);
            Assert.All(category.DataCategories, code => Assert.True(code == "other" || RequestVocabulary.DataCategories.Contains(code), code));
        });
    }

    [Fact]
    public void Every_special_category_of_the_law_has_one_of_findings() =>
        Assert.Equal(
            RequestVocabulary.SpecialCategories.Order(),
            FindingCategories.All.Where(category => category.Family == "special").SelectMany(category => category.DataCategories).Order());

    [Fact]
    public void Every_detector_finds_a_category_that_there_is() =>
        Assert.All(DetectorPack.Standard.Contents, detector => Assert.NotNull(FindingCategories.Find(detector.Category)));
}
