using System.Security.Cryptography;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Policy;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Core.Intake;

/// <summary>Opens a case with a document, and seals that as its first item; or finds it opened by the same bytes.</summary>
internal sealed class CaseOpening(CaseJournal journal, ItemVault vault, DeclaredItems declarations, PolicySet policy, TimeProvider time)
{
    /// <summary>Opens it, or finds it.</summary>
    /// <param name="case">Its id, which follows from who opens it and the document's reference.</param>
    /// <param name="actor">Who opens it.</param>
    /// <param name="content">The document as sent.</param>
    /// <param name="document">The document as read.</param>
    /// <param name="opened">What is to stand in the ledger.</param>
    /// <param name="cancellationToken">Stops before the case is opened; what was sealed by then is cleaned up by the flow.</param>
    /// <returns>The case, and whether it is new.</returns>
    /// <exception cref="RefusedException"><c>reference-already-used</c>, <c>choose-another-reference</c>.</exception>
    /// <exception cref="StorageUnavailableException">Also when it took longer than <see cref="CaseDecider.LongestOpening"/>.</exception>
    public async Task<(CaseState State, bool Created)> RunAsync(
        CaseId @case, string actor, ReadOnlyMemory<byte> content, RequestDocument document, RequestOpened opened, CancellationToken cancellationToken)
    {
        if (await FindAsync(@case, content, document, opened, cancellationToken) is { } found)
            return (found, false);

        DateTimeOffset begun = time.GetUtcNow();
        var path = new SealedPath(@case, CaseState.RequestItem, AttemptId.New());
        CommandId command = CommandId.Derive("open", path.ToString());
        var source = new ItemSource("request.json", "application/json", content.Length, new MemoryStream(content.ToArray(), writable: false));
        ItemSealed request = await vault.SealAsync(path, command, source, _ => { }, opened.RetainUntil, cancellationToken);

        if (time.GetUtcNow() - begun > CaseDecider.LongestOpening)
            throw new StorageUnavailableException("vault");
        RequestOpened first = opened with { Command = command };
        Snapshot<CaseState> after = await journal.AppendAsync(@case, actor, command, newest => newest is null ? [first, request] : [], cancellationToken);
        if (!after.State!.Has(command))
            return (await CompareAsync(after.State, content, document, opened, cancellationToken), false);
        declarations.Keep(@case, document.Items);
        return (after.State, true);
    }

    /// <summary>The case where it was opened by these very bytes; null where there is none.</summary>
    /// <exception cref="RefusedException"><c>reference-already-used</c>, <c>choose-another-reference</c>.</exception>
    public async Task<CaseState?> FindAsync(
        CaseId @case, ReadOnlyMemory<byte> content, RequestDocument document, RequestOpened opened, CancellationToken cancellationToken) =>
        (await journal.LoadAsync(@case, cancellationToken)).State is { } state
            ? await CompareAsync(state, content, document, opened, cancellationToken)
            : null;

    /// <summary>What a ledger says first of a document, but for the kind of case and what law asks of it.</summary>
    public RequestOpened Describe(PartnerId partner, RequestDocument document, DateTimeOffset now)
    {
        RequestSummary summary = document.Summary;
        return new RequestOpened
        {
            Command = default,
            Partner = partner,
            Instrument = summary.Instrument,
            Urgency = summary.Urgency,
            Handling = summary.Handling,
            DataCategories = summary.DataCategories,
            Items = summary.Items,
            Subjects = RequestSubjects.Of(document, DateOnly.FromDateTime(now.UtcDateTime)),
            Raised = document.Offences.Any(one => one.Political == true) ? ["political-offence"] : [],
            Missing = [],
            Deadlines = [],
            Policy = policy.Version,
            RetainUntil = policy.RetainUntil(now),
        };
    }

    private async Task<CaseState> CompareAsync(
        CaseState state, ReadOnlyMemory<byte> content, RequestDocument document, RequestOpened opened, CancellationToken cancellationToken)
    {
        // The id has 60 bits: another's case under it is chance, and must not be told from one's own other reference.
        bool isOurs = opened.Kind != CaseKind.Incoming;
        if (isOurs ? state.Kind == CaseKind.Incoming : !state.IsFrom(opened.Partner))
            throw ChooseAnother();
        ItemDescription description = await vault.DescribeAsync(
            Grants.ForComparison(state.Case, CaseState.RequestItem), state, state.Find(CaseState.RequestItem)!, cancellationToken);
        if (state.Kind == opened.Kind && state.Partner == opened.Partner
            && CryptographicOperations.FixedTimeEquals(description.Sha256, SHA256.HashData(content.Span)))
            return state;

        RequestDocument first = await declarations.ReadRequestAsync(state, cancellationToken);
        throw string.Equals(first.Reference.Normalize(), document.Reference.Normalize(), StringComparison.Ordinal)
            ? new RefusedException("reference-already-used", "This reference opened a case with another content. A changed request takes a reference of its own.")
            : ChooseAnother();
    }

    private static RefusedException ChooseAnother() => new("choose-another-reference", "This reference cannot be used. Choose another.");
}
