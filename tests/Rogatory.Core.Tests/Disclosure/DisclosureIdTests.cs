using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Tests.Disclosure;

public sealed class DisclosureIdTests
{
    [Theory]
    [InlineData("7K3Q-F2M9-X4TD-1", 1)]
    [InlineData("7K3Q-F2M9-X4TD-9999", 9999)]
    public void It_is_the_case_and_a_number(string text, int number)
    {
        Assert.True(DisclosureId.TryParse(text, out DisclosureId id));
        Assert.Equal((number, text), (id.Number, id.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7K3Q-F2M9-X4TD")]
    [InlineData("7K3Q-F2M9-X4TD-")]
    [InlineData("7K3Q-F2M9-X4TD-0")]
    [InlineData("7K3Q-F2M9-X4TD-01")]
    [InlineData("7K3Q-F2M9-X4TD-10000")]
    [InlineData("7K3Q-F2M9-X4TD--1")]
    [InlineData("7K3Q-F2M9-X4TD-1 ")]
    [InlineData("7k3q-f2m9-x4td-1")]
    [InlineData("7K3Q-F2M9-X4TD-99999999999999999999")]
    public void Nothing_else_parses(string? text) => Assert.False(DisclosureId.TryParse(text, out _));
}
