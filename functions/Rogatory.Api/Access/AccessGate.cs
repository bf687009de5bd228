using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Api.Problems;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Access;

/// <summary>The one place that stands before every call of officers and partners: who calls, and whether they may. Each handler asks it first.</summary>
/// <remarks>It decides on the register and the case as they are at hand, and reads anew before it refuses; so a call costs no reading of its own, what is granted works at once, and
/// what is taken away is gone within five seconds everywhere.</remarks>
public sealed class AccessGate(
    OfficerAuthentication officers, PartnerAuthentication partners, OfficerRegister register, IPartnerDirectory directory, FoundingAdmins founders,
    CaseJournal journal, IncidentRegister incidents, CountRefusals refusals, PolicySet policy, TimeProvider time)
{
    private AccessPolicy Policy => policy.Access ?? throw new InvalidOperationException("The policy has no access pack.");

    /// <summary>The officer who calls, with the roles that count, or a refusal.</summary>
    /// <exception cref="RefusedException"><c>role-required</c>, <c>access-refused</c>, those of the authentication, and that there is no such case.</exception>
    public async Task<OfficerCaller> AdmitOfficerAsync(HttpRequest request, AccessAct act, AccessTarget target, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        return await ReadmitAsync(caller, act, target, cancellationToken);
    }

    /// <summary>Asks again about an officer who was admitted, for a call that takes long.</summary>
    /// <exception cref="RefusedException">As above.</exception>
    public async Task<OfficerCaller> ReadmitAsync(OfficerCaller caller, AccessAct act, AccessTarget target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(target);
        if (target.Incident is { } incident)
            target = target with { Case = (await incidents.LoadAsync(cancellationToken)).Find(incident)?.Case };
        if (target.Glass is { } glass)
            target = target with { Case = (await register.GetAsync(cancellationToken)).Glass.ElementAtOrDefault(glass - 1)?.Broken.Case };
        // What has been found in the case since it was at hand may be anything; it is read only for those who may not see all of that.
        AccessCase? @case = await FindCaseAsync(target, journal.RecallAsync, cancellationToken) is { } recalled
            ? recalled with { HoldsSpecial = true, ConcernsVulnerable = true }
            : null;
        AccessDecision decision = Decide(caller, act, target, await register.RecallAsync(cancellationToken), @case);
        if (!decision.IsAllowed || (target.Missing is not null && @case is null))
        {
            @case = await FindCaseAsync(target, async (id, stop) => (await journal.LoadAsync(id, stop)).State, cancellationToken);
            decision = Decide(caller, act, target, await register.GetAsync(cancellationToken), @case);
        }

        if (!decision.IsAllowed)
            throw await RefusalAsync(decision, caller.Officer, partner: null, cancellationToken);
        // Whoever could not have acted is not told whether there is such a case.
        return @case is null && target.Missing is { } missing ? throw missing : caller with { Roles = decision.Roles };
    }

    /// <summary>Which cases an officer who was admitted may be told of, in an answer that is about many; null of what concerns no case.</summary>
    public async Task<Func<AccessCase?, bool>> SeesAsync(OfficerCaller caller, AccessAct act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        OfficerRegisterState known = await register.RecallAsync(cancellationToken);
        return @case => Decide(caller, act, AccessTarget.None, known, @case).IsAllowed;
    }

    /// <summary>The partner that signed the call, or a refusal.</summary>
    /// <exception cref="RefusedException"><c>access-refused</c>, and those of the authentication.</exception>
    public async Task<PartnerCaller> AdmitPartnerAsync(HttpRequest request, AccessAct act, CancellationToken cancellationToken)
    {
        PartnerCaller caller = await partners.AuthenticateAsync(request, cancellationToken);
        await AdmitPartnerAsync(caller.Partner, act, cancellationToken);
        return caller;
    }

    /// <summary>As above, for a call that hands out a grant or a link: its signature counts once.</summary>
    /// <exception cref="RefusedException">As above; <c>nonce-missing</c>, <c>nonce-used</c>.</exception>
    public async Task<PartnerCaller> AdmitPartnerOnceAsync(HttpRequest request, AccessAct act, CancellationToken cancellationToken)
    {
        PartnerCaller caller = await partners.AuthenticateOnceAsync(request, cancellationToken);
        await AdmitPartnerAsync(caller.Partner, act, cancellationToken);
        return caller;
    }

    /// <summary>For a partner whose signature came another way than over HTTP, and was verified.</summary>
    /// <exception cref="RefusedException"><c>access-refused</c>.</exception>
    public async Task AdmitPartnerAsync(PartnerId partner, AccessAct act, CancellationToken cancellationToken)
    {
        PartnerStanding standing = await directory.FindStandingAsync(partner, cancellationToken);
        AccessDecision decision = AccessCheck.Decide(
            Policy, new AccessFacts { Act = act, At = time.GetUtcNow(), Partner = partner, Standing = standing });
        if (!decision.IsAllowed)
            throw await RefusalAsync(decision, officer: null, partner, cancellationToken);
    }

    /// <summary>The officer or the partner that calls, or a refusal. A call that carries a signature is a partner's.</summary>
    /// <exception cref="RefusedException">As above for either; <c>signature-invalid</c> also where a token comes with a signature.</exception>
    public async Task<EitherCaller> AdmitEitherAsync(HttpRequest request, AccessAct act, AccessTarget target, CancellationToken cancellationToken) =>
        PartnerAuthentication.IsSigned(request)
            ? new EitherCaller(null, await AdmitPartnerAsync(request, act, cancellationToken))
            : new EitherCaller(await AdmitOfficerAsync(request, act, target, cancellationToken), null);

    // A case whose record does not hold together is still read, by those who may see every case there is.
    private static async Task<AccessCase?> FindCaseAsync(
        AccessTarget target, Func<CaseId, CancellationToken, ValueTask<CaseState?>> find, CancellationToken cancellationToken)
    {
        if (target.Case is not { } id)
            return null;
        try
        {
            return await find(id, cancellationToken) is { } state ? AccessCase.Of(state, target.Item) : null;
        }
        catch (LedgerBrokenException)
        {
            return AccessCase.OfUnreadable(id);
        }
    }

    private AccessDecision Decide(OfficerCaller caller, AccessAct act, AccessTarget target, OfficerRegisterState known, AccessCase? @case) =>
        AccessCheck.Decide(Policy, new AccessFacts
        {
            Act = act,
            At = time.GetUtcNow(),
            Officer = caller.Officer,
            TokenRoles = caller.Roles,
            Entry = known.Find(caller.Officer),
            IsFounder = founders.Include(caller.Officer),
            // A case that there is not is answered like one that the officer need not know.
            Case = @case ?? (target.Case is { } named ? AccessCase.OfNamed(named) : null),
            Subject = target.Subject,
        });

    private async Task<RefusedException> RefusalAsync(AccessDecision decision, OfficerId? officer, PartnerId? partner, CancellationToken cancellationToken)
    {
        AccessFinding first = decision.Findings.FirstOrDefault(one => one.Condition == AccessCondition.Role) ?? decision.Findings[0];
        await refusals.RunAsync(officer, partner, decision.Act, first.Rule, cancellationToken);
        string detail = $"{first.Message} {first.Remedy}";
        var extensions = ImmutableDictionary<string, object>.Empty
            .Add("act", $"{decision.Act}").Add("policy", decision.Version).Add("findings", decision.Findings.Select(AccessFindingView.Of).ToArray());
        return first.Condition == AccessCondition.Role
            ? new RefusedException(ProblemCatalogue.RoleRequired, detail) { Extensions = extensions }
            : new RefusedException("access-refused", detail) { Extensions = extensions };
    }
}
