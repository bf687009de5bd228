namespace Rogatory.Api.Retention;

/// <summary>A notice as the partner it is for sees it.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="State"><c>issued</c>, <c>reminded</c>, <c>overdue</c> or <c>acknowledged</c>.</param>
/// <param name="DueAt">When the acknowledgement is overdue.</param>
/// <param name="Statement">The signed notice, a compact JWS.</param>
public sealed record PartnerNotice(string Notice, string State, DateTimeOffset DueAt, string Statement);
