using Microsoft.AspNetCore.Http;
using Rogatory.Core;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Policy;

/// <summary>The rules are no secret: whoever holds a ledger can decide again with those that were applied.</summary>
public sealed class GetPolicy(StoredPolicies policies)
{
    private const int DigestCharacters = 64;

    public async Task<IResult> HandleAsync(string digest, CancellationToken cancellationToken)
    {
        bool isDigest = digest.Length == DigestCharacters && digest.All(char.IsAsciiHexDigitLower);
        byte[] policy = isDigest && await policies.FindAsync(digest, cancellationToken) is { } stored
            ? stored
            : throw new RefusedException("policy-not-found", "No decision was made under a policy of that digest.");
        return Results.Bytes(policy, "application/json");
    }
}
