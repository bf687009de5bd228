using Rogatory.Core.Access;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Transfer;

/// <summary>Checks a proposed disclosure against what is known at this moment: the register, the regions and the policy may have changed since.</summary>
public sealed class CheckTransfer(PolicySet policy, StoredPolicies policies, PartnerRegister partners, HomeAuthority home, TimeProvider time)
{
    /// <summary>The state that discloses.</summary>
    public StateCode Home => home.State;

    /// <summary>The decision as it is now, under a policy that is stored, so that it can be made again.</summary>
    public async Task<CheckedTransfer> RunAsync(DisclosureProposed proposal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        await policies.KeepAsync(cancellationToken);
        PartnerRegistered? partner = await partners.FindAsync(proposal.Partner, cancellationToken);
        TransferFacts facts = DisclosureFacts.Full(proposal.Stated, home, proposal.Region, partner, time.GetUtcNow());
        return new CheckedTransfer(TransferCheck.Decide(facts, policy), partner);
    }
}
