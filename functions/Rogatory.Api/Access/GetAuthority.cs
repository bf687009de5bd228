using Microsoft.AspNetCore.Http;

namespace Rogatory.Api.Access;

public sealed class GetAuthority(AuthorityDocument authority)
{
    public Task<IResult> HandleAsync() => Task.FromResult(Results.Json(authority, ApiJson.Options));
}
