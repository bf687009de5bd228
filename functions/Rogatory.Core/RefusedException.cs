using System.Collections.Immutable;
using Rogatory.Core.Intake;

namespace Rogatory.Core;

/// <summary>A caller asked for something that may not be done. Nothing was changed, or what was changed is in the ledger.</summary>
/// <remarks>The front door answers with problem details (RFC 9457) whose type ends in <see cref="Slug"/>. Neither text names a person or echoes input.</remarks>
public sealed class RefusedException : Exception
{
    /// <summary>Refuses with a stable slug and a sentence for the caller.</summary>
    public RefusedException(string slug, string detail)
        : base($"{slug}: {detail}")
    {
        Slug = slug;
        Detail = detail;
    }

    /// <summary>The stable name of the refusal, such as <c>digest-mismatch</c>.</summary>
    public string Slug { get; }

    /// <summary>One sentence that names the cause and, where there is one, the cure.</summary>
    public string Detail { get; }

    /// <summary>Further members of the problem details, such as <c>faults</c> or <c>missing</c>.</summary>
    public IReadOnlyDictionary<string, object> Extensions { get; init; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>A refusal of a document for one member that is not of its form, which <c>faults</c> names as for a letter of request.</summary>
    /// <param name="slug">The refusal's slug.</param>
    /// <param name="pointer">JSON pointer (RFC 6901) to the member; empty for the whole document.</param>
    /// <param name="detail">What is expected there; never what was found.</param>
    public static RefusedException Malformed(string slug, string pointer, string detail) => new(slug, detail)
    {
        Extensions = ImmutableDictionary<string, object>.Empty.Add("faults", new[] { new RequestFault(pointer, "malformed", detail) }),
    };
}
