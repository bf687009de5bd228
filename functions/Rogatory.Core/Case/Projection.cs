using System.Globalization;
using System.Text.Json;
using Rogatory.Ledger;

namespace Rogatory.Core.Case;

/// <summary>The document that caches a case's fold for the next command and carries the tags for listing pages.</summary>
/// <param name="Format">The version of this document. One of another version is not read, and so is rebuilt from the ledger.</param>
/// <param name="State">The fold.</param>
/// <param name="Tip">Where the ledger ended when it was folded.</param>
/// <param name="Rest">How the flow left the case.</param>
public sealed record Projection(int Format, CaseState State, LedgerTip Tip, CaseRest Rest)
{
    /// <summary>The version written and read.</summary>
    public const int CurrentFormat = 15;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>UTF-8 JSON.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>The document, or null when it is not one that this version can read.</summary>
    public static Projection? Parse(ReadOnlySpan<byte> content)
    {
        try
        {
            return JsonSerializer.Deserialize<Projection>(content, Options) is { Format: CurrentFormat } projection ? projection : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The index tags: what listing pages and the sweep need without opening the document.</summary>
    public IReadOnlyDictionary<string, string> Tags()
    {
        var tags = new Dictionary<string, string>
        {
            [ProjectionTag.Stage] = State.Stage.ToString(),
            [ProjectionTag.Phase] = State.Phase.ToString(),
            [ProjectionTag.Partner] = State.Partner.ToString(),
            [ProjectionTag.Length] = Tip.Length.ToString(CultureInfo.InvariantCulture),
            [ProjectionTag.LookAgainAt] = Write(Rest.LookAgainAt),
            [ProjectionTag.Envelopes] = Rest.Envelopes.ToString(CultureInfo.InvariantCulture),
        };
        if (State.NextDue is { } due)
            tags[ProjectionTag.Due] = Write(due);
        if (Recipients.TagOf(State) is { } recipients)
            tags[ProjectionTag.Recipients] = recipients;
        if (State.Request.Handling is { } handling)
            tags[ProjectionTag.Handling] = handling;
        if (State.Risk.Newest is { } risk)
            tags[ProjectionTag.Risk] = risk.Level.ToString();
        return tags;
    }

    private static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
