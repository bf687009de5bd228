using System.Collections.Concurrent;

namespace Rogatory.LocalHost.Gate;

/// <summary>How many calls of each kind came through the gate: in Azure these are what is paid for.</summary>
internal sealed class OperationCounts
{
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Snapshot() => new SortedDictionary<string, long>(_counts, StringComparer.Ordinal);

    /// <summary>Counts under method, resource and <c>comp</c>, such as <c>PUT blob block</c>; both are of a known few once judged.</summary>
    public void Count(GateRequest request)
    {
        var resource = request.Path switch { { Container: "" } => "account", { Blob: "" } => "container", _ => "blob" };
        var comp = request.Comp is { Length: <= 24 } known && known.All(char.IsAsciiLetter) ? " " + known : "";
        var kind = $"{request.Method} {resource}{comp}";
        if (_counts.Count < 200 || _counts.ContainsKey(kind)) _counts.AddOrUpdate(kind, 1, (_, count) => count + 1);
    }
}
