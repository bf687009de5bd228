using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Policy;
using Rogatory.Core.Risk;

namespace Rogatory.Core.Transfer;

/// <summary>Checks a proposed disclosure against what is known at this moment: the register, the regions, the risk and the policy may have changed since.</summary>
public sealed class CheckTransfer(
    PolicySet policy, StoredPolicies policies, PartnerRegister partners, RecallRiskSources riskSources, HomeAuthority home, TimeProvider time)
{
    /// <summary>The state that discloses.</summary>
    public StateCode Home => home.State;

    /// <summary>The decision as it is now, under a policy that is stored, so that it can be made again.</summary>
    /// <param name="state">The case. Where its risk is not assessed a person is asked; else the risk of these items for this partner is assessed as things stand.</param>
    /// <param name="proposal">The disclosure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<CheckedTransfer> RunAsync(CaseState state, DisclosureProposed proposal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(proposal);
        await policies.KeepAsync(cancellationToken);
        RegisteredPartner? partner = await partners.FindAsync(proposal.Partner, cancellationToken);
        DateTimeOffset now = time.GetUtcNow();
        RiskAssessment? risk = state.Risk.Newest is null || policy.Risk is null
            ? null
            : CaseRisk.Assess(state, proposal, DisclosureFacts.CategoriesIn(proposal.Stated), await riskSources.RunAsync(cancellationToken), now);
        return new CheckedTransfer(TransferCheck.Decide(DisclosureFacts.Full(proposal, risk, home, partner, now), policy), partner, now);
    }
}
