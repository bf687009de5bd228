using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

public sealed class PostIncidentNotice(AccessGate gate, DraftNotice draft)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string incident, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostIncidentNotice, AccessTarget.OfIncident(incident), cancellationToken);
        IncidentNoticeBody body = await ApiJson.ReadAsync<IncidentNoticeBody>(request, MostBytes, cancellationToken);
        var said = new NoticeDraft(body.Kind, body.Partner is null ? null : Parse.Partner(body.Partner))
        {
            Consequences = body.Consequences,
            Measures = body.Measures,
            PlainWords = body.PlainWords,
            ContactPoint = body.ContactPoint,
            Persons = body.Persons,
            Restrictions = body.Restrictions,
            DelayReasons = body.DelayReasons,
        };
        (IncidentNotice notice, NoticeDocument document) = await draft.RunAsync(caller.Officer, Parse.Incident(incident), said, cancellationToken);
        return Results.Json(IncidentNoticeView.Of(notice, document), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
