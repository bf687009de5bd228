using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>That a notice was sent: what, by its digest, by what way, and when.</summary>
public sealed record NoticeSendingBody(string Digest, NoticeChannel Channel, DateTimeOffset? SentAt = null);
