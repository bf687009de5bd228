namespace Rogatory.Api.Review;

public sealed record CaseList(IReadOnlyList<CaseListEntry> Cases);
