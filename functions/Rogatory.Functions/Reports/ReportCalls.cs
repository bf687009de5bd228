using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Reports;

namespace Rogatory.Functions.Reports;

public sealed class ReportCalls(GetReport get, ListReportEntries entries)
{
    [Function(nameof(GetReport))]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/reports")] HttpRequest request, CancellationToken stop) =>
        get.HandleAsync(request, stop);

    [Function(nameof(ListReportEntries))]
    public Task<IResult> ListEntriesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/reports/entries")] HttpRequest request, CancellationToken stop) =>
        entries.HandleAsync(request, stop);
}
