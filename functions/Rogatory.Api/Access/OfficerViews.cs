using Microsoft.AspNetCore.Http;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Access;

/// <summary>Officers as the register has them now. A founder is an admin by the settings, and is shown also where the register has no entry.</summary>
public sealed class OfficerViews(OfficerRegister register, FoundingAdmins founders, PolicySet policy)
{
    public async Task<IResult> ListAsync(CancellationToken cancellationToken)
    {
        OfficerRegisterState state = await register.GetAsync(cancellationToken);
        IEnumerable<OfficerEntry> others = founders.All.Where(one => state.Find(one) is null).Select(one => new OfficerEntry { Officer = one });
        return Results.Json(
            new OfficerList([.. state.Officers.Values.Concat(others).OrderBy(one => one.Officer.ToString(), StringComparer.Ordinal).Select(View)]), ApiJson.Options);
    }

    /// <summary>One who is in the register.</summary>
    public async Task<IResult> AnswerAsync(OfficerId officer, CancellationToken cancellationToken, int statusCode = StatusCodes.Status200OK) =>
        Results.Json(View((await register.GetAsync(cancellationToken)).Find(officer)!), ApiJson.Options, statusCode: statusCode);

    /// <summary>One who asks for it, perhaps before the register has an entry.</summary>
    public async Task<IResult> OwnAsync(OfficerId officer, CancellationToken cancellationToken) =>
        Results.Json(View((await register.GetAsync(cancellationToken)).Find(officer) ?? new OfficerEntry { Officer = officer }), ApiJson.Options);

    private OfficerView View(OfficerEntry entry) => OfficerView.Of(entry, founders.Include(entry.Officer), policy.Access!);
}
