using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Incidents;
using Rogatory.Core.Incidents.Signals;

namespace Rogatory.Functions.Incidents;

/// <summary>Signals over the ledgers. Every hour, at twenty past, the days that are over and were not looked at; once one is, nothing is done until the next is over.</summary>
public sealed class SignalCalls(ListSignals list, LookForSignals look)
{
    [Function(nameof(ListSignals))]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/signals")] HttpRequest request, CancellationToken stop) => list.HandleAsync(request, stop);

    [Function("SignalLook")]
    public Task LookAsync([TimerTrigger("0 20 * * * *")] TimerInfo timer, CancellationToken stop) => look.RunAsync(stop);
}
