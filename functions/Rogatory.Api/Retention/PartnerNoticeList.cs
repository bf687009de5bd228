namespace Rogatory.Api.Retention;

/// <summary>The notices for a partner, those that wait for its acknowledgement first.</summary>
public sealed record PartnerNoticeList(IReadOnlyList<PartnerNotice> Notices);
