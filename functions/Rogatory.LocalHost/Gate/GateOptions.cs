namespace Rogatory.LocalHost.Gate;

public sealed record GateOptions
{
    /// <summary>Origin to listen on, an address of this machine; port 0 takes a free one.</summary>
    public required Uri Listen { get; init; }

    /// <summary>Origin of Azurite's blob service.</summary>
    public required Uri Upstream { get; init; }

    /// <summary>Every account that Azurite serves. The first one's <see cref="GateServer.StateContainer"/> holds the gate's state.</summary>
    public IReadOnlyList<GateAccount> Accounts { get; init; } = [GateAccount.Development];

    public IReadOnlyList<ContainerPolicy> ContainerPolicies { get; init; } = [];

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
