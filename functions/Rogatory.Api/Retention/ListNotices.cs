using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

public sealed class ListNotices(AccessGate gate, PartnerCases cases, AcknowledgeNotice acknowledge)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        PartnerCaller caller = await gate.AdmitPartnerAsync(request, AccessAct.ListNotices, cancellationToken);
        List<NoticeState> found = [];
        await foreach (CaseState state in cases.ListAsync(caller.Partner, cancellationToken))
            found.AddRange(state.Corrections.Notices.Where(notice => notice.Partner == caller.Partner && notice.Issued is not null));

        List<PartnerNotice> notices = [];
        foreach (NoticeState one in found.OrderBy(one => one.Acknowledged is not null).ThenBy(one => one.Issued!.DueAt).ThenBy(one => one.Id.ToString(), StringComparer.Ordinal))
            notices.Add(new PartnerNotice(one.Id.ToString(), NoticeView.StateOf(one), one.Issued!.DueAt, await acknowledge.ReadAsync(one, cancellationToken)));
        return Results.Json(new PartnerNoticeList(notices), ApiJson.Options);
    }
}
