namespace Rogatory.Core.Reports;

/// <summary>What LED art. 37(3) and 38(3) want documented of a transfer on appropriate safeguards assessed by ourselves, or on a derogation.</summary>
/// <param name="At">Date and time: when the partner was first handed the data.</param>
/// <param name="Disclosure">The disclosure.</param>
/// <param name="Partner">The receiving authority, by its id in the partner register.</param>
/// <param name="State">Its state.</param>
/// <param name="Basis">The rules that carry the transfer, each with its article.</param>
/// <param name="Justification">The sealed item of the case that holds the justification, word for word.</param>
/// <param name="Categories">The categories of the data.</param>
/// <param name="Items">The data transferred.</param>
/// <param name="Entry">The entry that says it was handed over.</param>
public sealed record DocumentedTransfer(
    DateTimeOffset At, string Disclosure, string Partner, string? State, IReadOnlyList<string> Basis, string Justification,
    IReadOnlyList<string> Categories, IReadOnlyList<TransferredItem> Items, ReportEntry Entry);
