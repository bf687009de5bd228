using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Access;

namespace Rogatory.Functions.Access;

public sealed class OfficerCalls(ListOfficers list, PutOfficer put)
{
    [Function(nameof(ListOfficers))]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/officers")] HttpRequest request, CancellationToken stop) =>
        list.HandleAsync(request, stop);

    [Function(nameof(PutOfficer))]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/officers/{officer}")] HttpRequest request, string officer, CancellationToken stop) =>
        put.HandleAsync(request, officer, stop);
}
