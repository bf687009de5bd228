using Microsoft.AspNetCore.Http;

namespace Rogatory.Api.Intake;

/// <summary>An answer with a Location that is relative to our origin, which the Host header must not choose.</summary>
public sealed class LocatedResult(IResult answer, string location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.Headers.Location = location;
        return answer.ExecuteAsync(httpContext);
    }
}
