using System.Text.Json.Nodes;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>A notice of an incident.</summary>
/// <param name="Notice">Its number in the incident.</param>
/// <param name="Kind">To whom it goes.</param>
/// <param name="Partner">The partner that it goes to.</param>
/// <param name="Phase">Which notice of its kind to the same it is.</param>
/// <param name="Digest">The SHA-256 of its canonical JSON.</param>
/// <param name="IsComplete">Whether all is in it that the article demands.</param>
/// <param name="Case">The case that holds the sealed document.</param>
/// <param name="Item">The sealed document.</param>
/// <param name="SentAt">When it was sent; null while it is a draft.</param>
/// <param name="Channel">By what way.</param>
/// <param name="Document">The document, in the answer to its draft alone: afterwards it is read as an item.</param>
public sealed record IncidentNoticeView(
    int Notice, NoticeKind Kind, string? Partner, int Phase, string Digest, bool IsComplete, string Case, string Item, DateTimeOffset? SentAt, NoticeChannel? Channel, JsonObject? Document)
{
    public static IncidentNoticeView Of(IncidentNotice one, NoticeDocument? document = null) => new(
        one.Drafted.Number, one.Drafted.Kind, one.Drafted.Partner?.ToString(), one.Drafted.Phase, one.Drafted.Digest, one.Drafted.IsComplete,
        one.Drafted.Document.Case.ToString(), one.Drafted.Document.Item.ToString(), one.Sent?.SentAt, one.Sent?.Channel, document?.Content);
}
