using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Rogatory.Core.Retention;

namespace Rogatory.Api.Access;

/// <summary>The key to seal to is the newest version, which a rotation changes while the program runs.</summary>
public sealed class GetAuthority(AuthorityDocument authority, CurrentKeys keys)
{
    public async Task<IResult> HandleAsync(CancellationToken cancellationToken)
    {
        JsonObject newest = (await keys.NewestAsync(cancellationToken)).PublicKey!.ToJson();
        return Results.Json(authority with { Keys = [newest, .. authority.Keys] }, ApiJson.Options);
    }
}
