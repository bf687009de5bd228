using Rogatory.Core.Policy;

namespace Rogatory.Core.Tests.Transfer;

public sealed class TransferPackTests
{
    private static readonly PolicySet Policy = PolicySet.Load();

    [Fact]
    public void The_policy_has_no_fault_and_every_test_beside_a_rule_passes() =>
        Assert.Equal("", string.Join('\n', PolicyCheck.Run(Policy).Select(fault => $"{fault.Rule} {fault.Kind}: {fault.Message}")));
}
