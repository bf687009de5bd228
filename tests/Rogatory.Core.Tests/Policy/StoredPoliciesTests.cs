using System.Text;
using Rogatory.Core.Policy;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.Policy;

public sealed class StoredPoliciesTests
{
    private static readonly PolicySet Policy = PolicySet.Load();

    [Fact]
    public void A_set_that_was_written_is_the_same_when_read_again() => Assert.Equal(Policy.Digest, PolicySet.Parse(Policy.ToBytes()).Digest);

    [Fact]
    public async Task A_set_that_decisions_are_made_under_is_kept_under_its_digest()
    {
        var statements = new InMemoryStatementStore();
        var policies = new StoredPolicies(statements, Policy);
        Assert.Null(await policies.FindAsync(Policy.Digest, CancellationToken.None));
        await policies.KeepAsync(CancellationToken.None);
        await policies.KeepAsync(CancellationToken.None);
        await new StoredPolicies(statements, Policy).KeepAsync(CancellationToken.None);
        Assert.Equal(Policy.Digest, PolicySet.Parse(await policies.FindAsync(Policy.Digest, CancellationToken.None)).Digest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"uncac.json\":1}")]
    [InlineData("{\"a.json\":\"{}\",\"a.json\":\"{}\"}")]
    public void What_is_no_set_is_refused(string json) => Assert.Throws<PolicyException>(() => PolicySet.Parse(Encoding.UTF8.GetBytes(json)));
}
