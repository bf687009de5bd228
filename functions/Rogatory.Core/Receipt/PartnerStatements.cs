using System.Text.Json.Nodes;
using Rogatory.Core.Access;

namespace Rogatory.Core.Receipt;

/// <summary>Verifies what partners sign: with the signing key that the register has, not from the future.</summary>
public sealed class PartnerStatements(IPartnerDirectory partners, TimeProvider time)
{
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    /// <summary>The payload of a statement that the partner signed.</summary>
    /// <param name="partner">Who is to have signed it.</param>
    /// <param name="statement">The statement, as a compact JWS.</param>
    /// <param name="type">Its kind, <c>typ</c>.</param>
    /// <param name="read">Reads its payload, strictly.</param>
    /// <param name="at">When it says that it was signed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RefusedException"><c>receipt-invalid</c>.</exception>
    public async Task<T> VerifyAsync<T>(
        PartnerId partner, string statement, string type, Func<JsonObject, T> read, Func<T, DateTimeOffset> at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(at);
        try
        {
            string keyId = Statement.KeyIdOf(statement, type);
            PartnerKey? key = await partners.FindKeyAsync(partner, keyId, cancellationToken);
            DateTimeOffset now = time.GetUtcNow();
            if (key is null || !key.MaySignAt(now))
                throw new RefusedException("receipt-invalid", "The statement is not signed with your signing key in the register.");
            T payload = read(Statement.Verify(statement, type, [new VerificationKey(key.Key, key.ValidFrom, key.ValidUntil)]));
            return at(payload) <= now + MostSkew
                ? payload
                : throw new RefusedException("receipt-invalid", "The statement says that it was signed at a time still to come.");
        }
        catch (InvalidStatementException invalid)
        {
            throw new RefusedException("receipt-invalid", $"The statement does not verify: {invalid.Reason}.");
        }
    }
}
