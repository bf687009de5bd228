using System.Collections.Immutable;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Policy;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Intake;

/// <summary>
/// An officer opens a case of ours for a partner: a request to it, or information of our own accord. The document has the form of a
/// letter of request and is sealed as it is; it goes out as any item does, in a disclosure that the transfer check and another officer let through.
/// </summary>
public sealed class OpenCase(
    CaseJournal journal, ItemVault vault, DeclaredItems declarations, PolicySet policy, PartnerRegister partners, Space space, TimeProvider time)
{
    // What to tell of our own accord: a purpose (LED art. 4(1)(b)), and what it is (UNTOC art. 18(4), UNCAC art. 46(4)).
    private static readonly (string Field, string Message)[] OfInformation =
    [
        ("/purpose", "Say for what purpose the information is sent."),
        ("/facts", "Say what the information is, and how it could assist the partner."),
    ];

    private readonly CaseOpening _opening = new(journal, vault, declarations, policy, time);

    /// <summary>Opens the case, or finds it opened by the same bytes for the same partner. Unlike a partner's, an incomplete document of ours is refused.</summary>
    /// <param name="officer">Who opens it.</param>
    /// <param name="kind"><see cref="CaseKind.Spontaneous"/> or <see cref="CaseKind.Outgoing"/>.</param>
    /// <param name="partner">Whom it is for.</param>
    /// <param name="content">The document.</param>
    /// <param name="cancellationToken">Stops before the case is opened; what was sealed by then is cleaned up by the flow.</param>
    /// <exception cref="RefusedException"><c>request-malformed</c>, <c>request-incomplete</c>, <c>partner-not-found</c>,
    /// <c>reference-already-used</c>, <c>choose-another-reference</c>.</exception>
    /// <exception cref="StorageUnavailableException">Also when it took longer than <see cref="CaseDecider.LongestOpening"/>.</exception>
    public async Task<(CaseState State, bool Created)> RunAsync(
        OfficerId officer, CaseKind kind, PartnerId partner, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)kind, (int)CaseKind.Incoming);
        RequestDocument document = RequestDocument.Parse(content, policy);
        DateTimeOffset now = time.GetUtcNow();
        Check(document, kind);
        CaseId @case = space.CaseOfOurs(document.Reference);
        RequestOpened opened = _opening.Describe(partner, document, now) with
        {
            Kind = kind,
            Deadlines = kind == CaseKind.Outgoing ? Clocks.ForAnswer(document, policy, now) : [],
        };
        if (await _opening.FindAsync(@case, content, document, opened, cancellationToken) is { } found)
            return (found, false);
        Refuse(kind == CaseKind.Outgoing ? MissingIn(document, now) : Absent(document));
        if (await partners.FindAsync(partner, cancellationToken) is not { IsSuspended: false })
            throw new RefusedException("partner-not-found", "No such partner is registered, or it is suspended.");
        return await _opening.RunAsync(@case, $"officer:{officer}", content, document, opened, cancellationToken);
    }

    private static void Check(RequestDocument document, CaseKind kind)
    {
        if (document.Items.Count > 0)
            throw RefusedException.Malformed("request-malformed", "/items", "An empty list is expected: what goes with a document of ours is added once the case is open.");
        if (kind == CaseKind.Spontaneous && document.Assistance.Count > 0)
            throw RefusedException.Malformed("request-malformed", "/assistance", "Nothing is asked for where information is sent of our own accord.");
    }

    private RequestFault[] MissingIn(RequestDocument document, DateTimeOffset now) =>
    [
        .. Completeness.Check(document, policy, DateOnly.FromDateTime(now.UtcDateTime)).Where(one => one.IsMissing)
            .Select(one => new RequestFault(one.Field, "required", $"{one.Message} ({one.Citation})")),
    ];

    private static RequestFault[] Absent(RequestDocument document) =>
    [
        .. OfInformation.SelectMany(one => RequestFields.Absent(one.Field, document).Select(pointer => new RequestFault(pointer, "required", one.Message))),
    ];

    private static void Refuse(RequestFault[] missing)
    {
        if (missing.Length == 0)
            return;
        throw new RefusedException("request-incomplete", "What goes out is complete: each fault names what its law asks for and the document does not say.")
        {
            Extensions = ImmutableDictionary<string, object>.Empty.Add("faults", missing),
        };
    }
}
