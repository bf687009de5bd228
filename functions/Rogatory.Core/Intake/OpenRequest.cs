using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Intake;

/// <summary>A partner sends a request: the case is opened, and the request sealed as its first item.</summary>
public sealed class OpenRequest(CaseJournal journal, ItemVault vault, DeclaredItems declarations, Policy.PolicySet policy, Space space, TimeProvider time)
{
    private readonly CaseOpening _opening = new(journal, vault, declarations, policy, time);

    /// <summary>Opens the case, or finds it opened by the same bytes. An incomplete request is opened too, and the answer says what is missing.</summary>
    /// <remarks>What answers a request of ours (<see cref="AnswerReference"/>) asks for nothing: it is not measured, and starts no clock.</remarks>
    /// <param name="partner">The caller, by its verified signature.</param>
    /// <param name="content">The request as sent.</param>
    /// <param name="cancellationToken">Stops before the case is opened; what was sealed by then is cleaned up by the flow.</param>
    /// <exception cref="RefusedException"><c>request-malformed</c>, <c>reference-already-used</c>, <c>choose-another-reference</c>.</exception>
    /// <exception cref="StorageUnavailableException">Also when it took longer than <see cref="CaseDecider.LongestOpening"/>.</exception>
    public async Task<OpenedRequest> RunAsync(PartnerId partner, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        RequestDocument document = RequestDocument.Parse(content, policy);
        DateTimeOffset now = time.GetUtcNow();
        IReadOnlyList<Finding> findings = Completeness.Check(document, policy, DateOnly.FromDateTime(now.UtcDateTime));
        CaseId? answers = await FindAskedAsync(partner, document.Reference, cancellationToken);
        if (answers is not null)
            findings = [];
        RequestOpened opened = _opening.Describe(partner, document, now) with
        {
            Answers = answers,
            Missing = [.. findings.Where(one => one.IsMissing).Select(one => new MissingField(one.Rule, one.Field, one.Citation))],
            Deadlines = answers is null ? Clocks.For(document, policy, now) : [],
        };
        (CaseState state, bool created) = await _opening.RunAsync(
            space.CaseOf(partner, document.Reference), $"partner:{partner}", content, document, opened, cancellationToken);
        return new OpenedRequest(state, created, findings);
    }

    // Nobody but the partner that was handed our request answers it; what anyone else calls an answer is a request like any other.
    private async Task<CaseId?> FindAskedAsync(PartnerId partner, string reference, CancellationToken cancellationToken) =>
        AnswerReference.CaseOf(reference) is { } asked
        && (await journal.LoadAsync(asked, cancellationToken)).State is { Kind: CaseKind.Outgoing } ours
        && ours.Disclosures.Exists(one => one.Partner == partner && one.HasLeftUs)
            ? asked
            : null;
}
