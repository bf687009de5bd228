using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Reports;

namespace Rogatory.Api.Reports;

/// <summary>Every entry behind one figure, a line each, as they are found.</summary>
public sealed class ListReportEntries(AccessGate gate, MakeReport report)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.ListReportEntries, AccessTarget.None, cancellationToken);
        ReportPeriod period = ReportQuery.Period(request);
        string figure = request.Query["figure"].ToString();
        if (!report.Knows(figure, period))
            throw new RefusedException("query-malformed", "There is no such figure. Its id stands in the report beside its number, such as operations.all.disclosure.");
        return Results.Stream(async body =>
        {
            await foreach (ReportEntry entry in report.EntriesAsync(figure, period, cancellationToken))
            {
                await JsonSerializer.SerializeAsync(body, entry, ApiJson.Options, cancellationToken);
                await body.WriteAsync("\n"u8.ToArray(), cancellationToken);
            }
        }, "application/jsonl");
    }
}
