using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core;

namespace Rogatory.Api.Review;

public sealed class ListCases(AccessGate gate, IProjectionStore projections)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.ListCases, AccessTarget.None, cancellationToken);
        string? stage = StageOf(request.Query["stage"]);
        DateTimeOffset? dueBefore = DueBefore(request.Query["dueBefore"]);

        Func<AccessCase, bool> sees = await gate.SeesAsync(caller, AccessAct.ListCases, cancellationToken);
        List<CaseListEntry> cases = [];
        await foreach (ProjectionFound found in projections.ListAsync(cancellationToken))
        {
            if (!sees(AccessCase.OfNamed(found.Case)))
                continue;
            CaseListEntry entry = EntryOf(found);
            if ((stage is null || entry.Stage == stage) && (dueBefore is null || entry.Due < dueBefore))
                cases.Add(entry);
        }

        return Results.Json(
            new CaseList([.. cases.OrderBy(one => one.Due ?? DateTimeOffset.MaxValue).ThenBy(one => one.Case, StringComparer.Ordinal)]), ApiJson.Options);
    }

    private static CaseListEntry EntryOf(ProjectionFound found)
    {
        string? due = found.Tags.GetValueOrDefault(ProjectionTag.Due);
        return new CaseListEntry(
            found.Case.ToString(),
            JsonNamingPolicy.KebabCaseLower.ConvertName(found.Tags[ProjectionTag.Stage]),
            JsonNamingPolicy.KebabCaseLower.ConvertName(found.Tags[ProjectionTag.Phase]),
            found.Tags[ProjectionTag.Partner],
            due is null ? null : DateTimeOffset.Parse(due, CultureInfo.InvariantCulture),
            found.Tags.GetValueOrDefault(ProjectionTag.Handling),
            found.Tags.GetValueOrDefault(ProjectionTag.Risk)?.ToLowerInvariant());
    }

    private static string? StageOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        return Enum.GetValues<CaseStage>().Select(stage => ApiJson.Word(stage)).FirstOrDefault(word => word == text)
            ?? throw new RefusedException("query-malformed", "The stage is one of the nine, in lower case.");
    }

    private static DateTimeOffset? DueBefore(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        return DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset due)
            ? due
            : throw new RefusedException("query-malformed", "dueBefore is a date such as 2027-01-31, or an instant such as 2027-01-31T12:00:00Z.");
    }
}
