namespace Rogatory.Core.Policy;

/// <summary>A policy pack cannot be used. Nothing starts on a policy that is not understood in full.</summary>
public sealed class PolicyException(string pack, string reason, Exception? inner = null)
    : Exception($"The policy pack '{pack}' cannot be used: {reason}.", inner)
{
    /// <summary>The pack's file name.</summary>
    public string Pack { get; } = pack;
}
