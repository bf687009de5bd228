using Rogatory.Core.Policy;

namespace Rogatory.Core.Intake;

/// <summary>Whether a request says what its legal instrument asks for. An incomplete one is not refused: the partner hears what is missing and why.</summary>
public static class Completeness
{
    /// <summary>Every finding of the rules in force on the day of receipt, in the order of packs and rules.</summary>
    /// <exception cref="ArgumentException">The policy has no rules for the request's instrument.</exception>
    public static IReadOnlyList<Finding> Check(RequestDocument request, PolicySet policy, DateOnly receivedOn)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(policy);
        RequestSummary summary = request.Summary;
        if (!policy.Instruments.Contains(summary.Instrument))
            throw new ArgumentException("The policy has no rules for the instrument.", nameof(policy));
        return [.. policy.For(summary.Instrument).SelectMany(pack => Check(request, summary, pack, receivedOn))];
    }

    private static IEnumerable<Finding> Check(RequestDocument request, RequestSummary summary, PolicyPack pack, DateOnly receivedOn)
    {
        if (!pack.InForce.On(receivedOn))
            return pack.Instrument is null ? [] : [NotInForce(pack)];
        return pack.Rules
            .Where(rule => rule.InForce?.On(receivedOn) != false && RuleConditions.Hold(rule, summary))
            .SelectMany(rule => Pointers(request, rule).Select(pointer =>
                new Finding(rule.Id, rule.Effect == RuleEffect.Missing, pointer, rule.Citation, rule.Message, rule.Verified)));
    }

    private static IEnumerable<string> Pointers(RequestDocument request, PolicyRule rule) => rule.Effect switch
    {
        RuleEffect.Missing or RuleEffect.Warn => RequestFields.Absent(rule.Field!, request),
        RuleEffect.Note => [rule.Field!],
        _ => [],
    };

    // Without this a request under law that does not apply would have no rule against it, and pass for complete.
    private static Finding NotInForce(PolicyPack pack) => new(
        $"{pack.Instrument}-IN-FORCE", IsMissing: true, "/legalBasis/instrument", pack.InForce.Citation,
        "The instrument was not in force on the day the request was received. Rely on one that was.", Verified: true);
}
