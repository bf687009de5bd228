using Azure;

namespace Rogatory.LocalHost.Tests.Gate;

internal static class Expect
{
    public const string Policy = "BlobImmutableDueToPolicy";
    public const string LegalHold = "BlobImmutableDueToLegalHold";

    public static async Task RefusedAsync(int status, string code, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(call);
        Assert.Equal((status, code), (refusal.Status, refusal.ErrorCode));
    }
}
