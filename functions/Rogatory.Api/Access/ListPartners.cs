using Microsoft.AspNetCore.Http;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class ListPartners(AccessGate gate, PartnerRegister register, TimeProvider time)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.ListPartners, AccessTarget.None, cancellationToken);
        PartnerRegisterState state = await register.ReadAsync(cancellationToken);
        DateTimeOffset now = time.GetUtcNow();
        return Results.Json(new PartnerList([.. state.Proposals.Keys.Select(id => PartnerView.Of(state, PartnerId.Parse(id), now))]), ApiJson.Options);
    }
}
