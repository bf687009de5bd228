using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Problems;
using Rogatory.Core;

namespace Rogatory.Api.Authentication;

/// <summary>Reads a small body whole. An item is never read so: whoever streams it compares its digest with the caller's.</summary>
public static class SignedBody
{
    /// <summary>The content, which is what the caller signed.</summary>
    /// <exception cref="RefusedException"><c>too-large</c>, before anything is read where the length was declared; or
    /// <c>signature-invalid</c> when the content is not what the signed digest says, or no digest was signed.</exception>
    public static async Task<byte[]> ReadSignedBodyAsync(
        this HttpRequest request, PartnerCaller caller, int mostBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > mostBytes) throw TooLarge(mostBytes);
        using var content = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (content.Length + read > mostBytes) throw TooLarge(mostBytes);
            content.Write(buffer, 0, read);
        }

        var body = content.ToArray();
        var isSigned = caller.Digest is null ? body.Length == 0 : caller.Digest.IsSha256(SHA256.HashData(body));
        return isSigned ? body : throw PartnerAuthentication.SignatureInvalid();
    }

    private static RefusedException TooLarge(int mostBytes) =>
        new(ProblemCatalogue.TooLarge, $"This call takes at most {mostBytes} bytes of content.");
}
