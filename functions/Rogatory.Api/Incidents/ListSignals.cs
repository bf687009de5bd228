using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents.Signals;
using Rogatory.Core.Policy;
using Rogatory.Core;

namespace Rogatory.Api.Incidents;

public sealed class ListSignals(AccessGate gate, SignalRegister register, PolicySet policy)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.ListSignals, AccessTarget.None, cancellationToken);
        DateOnly since = Since(request.Query["since"]);
        SignalRegisterState state = await register.LoadAsync(cancellationToken);
        return Results.Json(
            new SignalList(state.Looked, [.. state.ShownTo(caller.Officer).Where(one => one.Signal.Day >= since).Select(Of)]), ApiJson.Options);
    }

    private static DateOnly Since(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return DateOnly.MinValue;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new RefusedException("query-malformed", "since is a day such as 2027-01-31.");
    }

    // The rule's words are those of the pack there is; what was counted stands as it was.
    private SignalView Of(SignalRaised raised)
    {
        Signal one = raised.Signal;
        SignalRule? rule = policy.Signals?.Rules.FirstOrDefault(rule => rule.Id == one.Rule);
        return new SignalView(
            one.Day, one.Actor, one.Rule, rule?.Message ?? "", rule?.Citation ?? "", one.Measure, one.Days, one.Value, one.Own, one.Peers, raised.Incident.ToString(), one.Entries);
    }
}
