using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Core.Access;

/// <summary>An officer reads an item. The reading, with its sealed justification, stands in the ledger before the first byte (LED art. 25).</summary>
public sealed class ConsultItem(CaseJournal journal, SealText sealText, ItemVault vault, TimeProvider time)
{
    /// <summary>The fewest characters a justification can have.</summary>
    public const int FewestJustification = 10;

    /// <summary>The most characters a justification can have.</summary>
    public const int MostJustification = 500;

    private static readonly FrozenSet<OfficerRole> Readers = [OfficerRole.Reviewer, OfficerRole.Approver, OfficerRole.Auditor];
    private static readonly FrozenSet<OfficerRole> ReadersOfRestricted = [OfficerRole.Approver, OfficerRole.Dpo];

    /// <summary>Records the reading and opens the item. Readings for the same reason in one session are recorded once an hour.</summary>
    /// <param name="officer">Who reads.</param>
    /// <param name="session">The issuer's name for the officer's session.</param>
    /// <param name="case">The case.</param>
    /// <param name="item">The item.</param>
    /// <param name="justification">Why.</param>
    /// <param name="roles">The officer's roles. What is restricted is for approvers and the data protection officer, who reads nothing else but what people wrote about incidents and broken glass; that it was is on record.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>item-not-found</c>, <c>justification-required</c>, <c>item-erased</c>, <c>item-restricted</c>, <c>role-required</c>;
    /// <c>item-altered</c>: its key envelope is not the one recorded; an incident is open. Of its body that is seen while it is read.</exception>
    public async Task<OpenedItem> RunAsync(
        OfficerId officer, string session, CaseId @case, ItemId item, string? justification, IReadOnlySet<OfficerRole> roles, CancellationToken cancellationToken)
    {
        string text = justification?.Trim() ?? string.Empty;
        if (text.Length is < FewestJustification or > MostJustification || !RequestText.IsClean(text, prose: true))
            throw new RefusedException("justification-required", "Say in 10 to 500 characters, none of them a control character, why you need to read this item.");
        CaseState state = await journal.GetAsync(@case, cancellationToken);
        ItemSealed one = state.Find(item) ?? throw new RefusedException("item-not-found", "The case holds no such item, or it is not sealed yet.");
        state.RefuseErased(item);
        RefuseRole(state);

        string hour = time.GetUtcNow().ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
        // The ledger shows the command. What the text was can't be guessed from it without the session, which no one else knows.
        string reason = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(session), Encoding.UTF8.GetBytes(text)));
        CommandId command = CommandId.Derive("consult", @case.ToString(), officer.ToString(), session, item.ToString(), hour, reason, state.Corrections.IsRestricted(item) ? "restricted" : "");
        if (!state.Has(command))
            state = await RecordAsync(state, officer, item, text, command, RefuseRole, cancellationToken);
        try
        {
            return await vault.OpenAsync(Grants.ForOfficer(state, item, command), state, one, cancellationToken);
        }
        catch (OpenException altered) when (altered.InnerException is not KeyDisabledException)
        {
            throw await vault.MeetAlteredAsync(@case, item, altered, cancellationToken);
        }

        void RefuseRole(CaseState at)
        {
            if (at.Corrections.IsRestricted(item))
            {
                if (!roles.Overlaps(ReadersOfRestricted))
                    throw new RefusedException("item-restricted", "The item is restricted: until that is lifted it is for approvers and the data protection officer to read.");
            }
            else if (!roles.Overlaps(Readers) && !(Derivation.IsForOversight(item) && roles.Contains(OfficerRole.Dpo)))
            {
                throw new RefusedException("role-required", "Items are for reviewers, approvers and auditors to read; the data protection officer reads restricted ones, and what was written about incidents and broken glass.");
            }
        }
    }

    private async Task<CaseState> RecordAsync(
        CaseState state, OfficerId officer, ItemId item, string text, CommandId command, Action<CaseState> refuse, CancellationToken cancellationToken)
    {
        ItemSealed justification = await sealText.RunAsync(state, "consultation", text, command, cancellationToken);
        return (await journal.AppendAsync(state.Case, $"officer:{officer}", command, newest =>
        {
            refuse(newest!);
            newest!.RefuseErased(item);
            return [justification, new ItemConsulted { Command = command, Item = item, Justification = justification.Item, Restricted = newest.Corrections.IsRestricted(item) }];
        }, cancellationToken)).State!;
    }
}
