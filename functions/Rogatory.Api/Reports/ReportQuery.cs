using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rogatory.Core;
using Rogatory.Core.Reports;

namespace Rogatory.Api.Reports;

/// <summary>The period in a query.</summary>
internal static class ReportQuery
{
    public static ReportPeriod Period(HttpRequest request) => ReportPeriod.Of(Day(request, "from"), Day(request, "to"));

    private static DateOnly Day(HttpRequest request, string name) =>
        DateOnly.TryParseExact(request.Query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new RefusedException("query-malformed", $"The query says {name} as a day such as 2026-01-31.");
}
