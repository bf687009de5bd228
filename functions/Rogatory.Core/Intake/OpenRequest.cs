using System.Security.Cryptography;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Core.Intake;

/// <summary>A partner sends a request: the case is opened, and the request sealed as its first item.</summary>
public sealed class OpenRequest(CaseJournal journal, ItemVault vault, DeclaredItems declarations, Policy.PolicySet policy, TimeProvider time)
{
    /// <summary>Opens the case, or finds it opened by the same bytes. An incomplete request is opened too, and the answer says what is missing.</summary>
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
        CaseId @case = CaseId.Of(partner, document.Reference);

        CaseState? state = (await journal.LoadAsync(@case, cancellationToken)).State;
        if (state is not null)
            return await CompareAsync(state, partner, document.Reference, content, findings, cancellationToken);

        var path = new SealedPath(@case, CaseState.RequestItem, AttemptId.New());
        CommandId command = CommandId.Derive("open", path.ToString());
        DateTimeOffset retainUntil = policy.RetainUntil(now);
        var source = new ItemSource("request.json", "application/json", content.Length, new MemoryStream(content.ToArray(), writable: false));
        ItemSealed request = await vault.SealAsync(path, command, source, _ => { }, retainUntil, cancellationToken);

        if (time.GetUtcNow() - now > CaseDecider.LongestOpening)
            throw new StorageUnavailableException("vault");
        RequestOpened opened = Describe(command, partner, document, findings, now, retainUntil);
        Snapshot<CaseState> after = await journal.AppendAsync(
            @case, $"partner:{partner}", command, newest => newest is null ? [opened, request] : [], cancellationToken);
        if (!after.State!.Has(command))
            return await CompareAsync(after.State, partner, document.Reference, content, findings, cancellationToken);
        declarations.Keep(@case, document.Items);
        return new OpenedRequest(after.State, Created: true, findings);
    }

    private RequestOpened Describe(
        CommandId command, PartnerId partner, RequestDocument document, IReadOnlyList<Finding> findings, DateTimeOffset now, DateTimeOffset retainUntil)
    {
        RequestSummary summary = document.Summary;
        return new RequestOpened
        {
            Command = command,
            Partner = partner,
            Instrument = summary.Instrument,
            Urgency = summary.Urgency,
            Handling = summary.Handling,
            DataCategories = summary.DataCategories,
            Items = summary.Items,
            Missing = [.. findings.Where(one => one.IsMissing).Select(one => new MissingField(one.Rule, one.Field, one.Citation))],
            Deadlines = Clocks.For(document, policy, now),
            Policy = policy.Version,
            RetainUntil = retainUntil,
        };
    }

    private async Task<OpenedRequest> CompareAsync(
        CaseState state, PartnerId partner, string reference, ReadOnlyMemory<byte> content, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        // The id has 60 bits: another partner's case under it is chance, and must not be told from one's own other reference.
        if (state.Partner != partner)
            throw ChooseAnother();
        ItemSealed sealedRequest = state.Find(CaseState.RequestItem)!;
        ItemDescription description = await vault.DescribeAsync(
            Grants.ForComparison(state.Case, CaseState.RequestItem), state, sealedRequest, cancellationToken);
        if (CryptographicOperations.FixedTimeEquals(description.Sha256, SHA256.HashData(content.Span)))
            return new OpenedRequest(state, Created: false, findings);

        RequestDocument first = await declarations.ReadRequestAsync(state, cancellationToken);
        throw string.Equals(first.Reference.Normalize(), reference.Normalize(), StringComparison.Ordinal)
            ? new RefusedException("reference-already-used", "This reference opened a case with another content. A changed request takes a reference of its own.")
            : ChooseAnother();
    }

    private static RefusedException ChooseAnother() => new("choose-another-reference", "This reference cannot be used. Choose another.");
}
