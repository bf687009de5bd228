using System.Text;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Sealing;
using Rogatory.Core;
using Rogatory.Envelope;

namespace Rogatory.Api.Sealing;

public sealed class PostUploadCompletion(AccessGate gate, CompleteUpload completeUpload)
{
    private const int MostBytes = KeyEnvelope.MaximumSize + 4096;
    private const int DigestSize = 32;
    private const byte Marker = 0x28;

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, string item, CancellationToken cancellationToken)
    {
        PartnerCaller caller = await gate.AdmitPartnerAsync(request, AccessAct.PostUploadCompletion, cancellationToken);
        var said = ApiJson.Parse<UploadCompletion>(await request.ReadSignedBodyAsync(caller, MostBytes, cancellationToken));
        byte[] header = Hex(said.Header, SealedBody.HeaderSize, "/header");
        if (header[0] != Marker)
            throw Malformed("/header", "The header begins with 28.");
        if (said.Size < SealedBody.HeaderSize + SealedBody.TagSize)
            throw Malformed("/size", "A sealed body has at least 56 bytes.");
        var sent = new CompletedUpload(
            caller.Partner,
            new SealedPath(Parse.Case(@case), Parse.DeclaredItem(item), said.Attempt),
            Encoding.UTF8.GetBytes(said.KeyEnvelope.GetRawText()),
            header,
            Hex(said.Commitment, DigestSize, "/commitment"),
            Hex(said.SealedRoot, DigestSize, "/sealedRoot"),
            said.Size);
        return await completeUpload.RunAsync(sent, cancellationToken)
            ? Results.Json(new SealedItemView(item, "sealed"), ApiJson.Options)
            : Results.Json(new SealedItemView(item, "verifying"), ApiJson.Options, statusCode: StatusCodes.Status202Accepted);
    }

    private static byte[] Hex(string text, int size, string pointer) =>
        text.Length == 2 * size && text.All(char.IsAsciiHexDigitLower)
            ? Convert.FromHexString(text)
            : throw Malformed(pointer, $"Expected are {2 * size} lower-case hex digits.");

    private static RefusedException Malformed(string pointer, string detail) => RefusedException.Malformed("body-malformed", pointer, detail);
}
