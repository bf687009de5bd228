namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>The call to storage at which the host is killed: the n-th with the method and the text in its target, before or after it took effect.</summary>
internal sealed record KillPoint(string Method, string InTarget, int Nth, bool IsAfter);
