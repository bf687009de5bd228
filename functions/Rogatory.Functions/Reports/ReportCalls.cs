using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Reports;

namespace Rogatory.Functions.Reports;

public sealed class ReportCalls(GetReport get, ListReportEntries entries, GetRegisterLedger ledger)
{
    [Function(nameof(GetReport))]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/reports")] HttpRequest request, CancellationToken stop) =>
        get.HandleAsync(request, stop);

    [Function(nameof(ListReportEntries))]
    public Task<IResult> ListEntriesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/reports/entries")] HttpRequest request, CancellationToken stop) =>
        entries.HandleAsync(request, stop);

    [Function(nameof(GetRegisterLedger))]
    public Task<IResult> LedgerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/registers/{register}/ledger")] HttpRequest request, string register, CancellationToken stop) =>
        ledger.HandleAsync(request, register, stop);
}
