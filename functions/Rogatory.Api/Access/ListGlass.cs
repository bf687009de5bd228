using Microsoft.AspNetCore.Http;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class ListGlass(AccessGate gate, OfficerRegister register, TimeProvider time)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.ListGlass, AccessTarget.None, cancellationToken);
        OfficerRegisterState state = await register.GetAsync(cancellationToken);
        DateTimeOffset now = time.GetUtcNow();
        return Results.Json(
            new GlassList([.. state.Glass.OrderByDescending(one => one.IsOpen).ThenByDescending(one => one.Broken.Glass).Select(one => GlassView.Of(one, now))]), ApiJson.Options);
    }
}
