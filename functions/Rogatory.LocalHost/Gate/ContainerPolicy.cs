namespace Rogatory.LocalHost.Gate;

/// <summary>
/// A time-based retention policy on a whole container, which Azure takes from Resource Manager. A blob may be created and is then
/// kept for <paramref name="Retention"/> from its last change; after that it may be deleted, but never changed or overwritten.
/// </summary>
/// <param name="Container">The container's name, in every account behind the gate.</param>
/// <param name="Retention">How long a blob is kept.</param>
/// <param name="AllowsProtectedAppends">Whether blocks may be added to append blobs (<c>allowProtectedAppendWrites</c>).</param>
public sealed record ContainerPolicy(string Container, TimeSpan Retention, bool AllowsProtectedAppends = false)
{
    /// <summary>Reads <c>name[:append][:days]</c>; ten years where no days are given.</summary>
    public static ContainerPolicy Parse(string text)
    {
        var (name, append, days) = text.Split(':') switch
        {
            [var one] => (one, false, "3650"),
            [var one, "append"] => (one, true, "3650"),
            [var one, "append", var last] => (one, true, last),
            [var one, var last] => (one, false, last),
            _ => ("", false, ""),
        };
        if (name.Length == 0 || !int.TryParse(days, out var number) || number is < 1 or > 146_000)
            throw new FormatException($"'{text}' is not a container policy; write name[:append][:days] with 1 to 146000 days.");
        return new ContainerPolicy(name, TimeSpan.FromDays(number), append);
    }
}
