using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Azure.Sealing;

/// <summary>Key envelopes as blobs <c>{case}/{item}/{attempt}/{rotation}</c>. Creates and reads; <see cref="BlobEnvelopeEraser"/> has the other identity.</summary>
public sealed class BlobKeyEnvelopeStore(BlobContainerClient container) : IKeyEnvelopeStore
{
    // Lets a listing tell which key each envelope is wrapped under, without reading any.
    private const string KeyId = "kid";

    public Task<bool> TryCreateAsync(SealedPath path, int rotation, ReadOnlyMemory<byte> envelope, CancellationToken cancellationToken) =>
        SmallBlob.TryCreateAsync(
            container, Name(path, rotation), envelope, "application/jose+json", cancellationToken,
            KeyEnvelope.FindKeyId(envelope) is { } keyId ? new Dictionary<string, string> { [KeyId] = keyId } : null);

    public async Task<byte[]?> ReadAsync(SealedPath path, int rotation, CancellationToken cancellationToken) =>
        (await SmallBlob.ReadAsync(container, Name(path, rotation), cancellationToken))?.Content.ToArray();

    public async IAsyncEnumerable<KeyEnvelopeFound> ListAsync(CaseId? @case, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in BlobListing.ReadAsync(container, BlobTraits.Metadata, @case is null ? null : $"{@case}/", cancellationToken))
        {
            if (Parse(blob) is { } envelope)
                yield return envelope;
        }
    }

    internal static string Name(SealedPath path, int rotation) => string.Create(CultureInfo.InvariantCulture, $"{path}/{rotation}");

    private static KeyEnvelopeFound? Parse(BlobItem blob) =>
        blob.Name.Split('/') is [var caseText, var itemText, var attemptText, var rotationText]
        && CaseId.TryParse(caseText, out var @case)
        && ItemId.TryParse(itemText, out var item)
        && AttemptId.TryParse(attemptText, out var attempt)
        && int.TryParse(rotationText, NumberStyles.None, CultureInfo.InvariantCulture, out var rotation)
            ? new KeyEnvelopeFound(new SealedPath(@case, item, attempt), rotation, blob.Properties.CreatedOn ?? DateTimeOffset.MinValue)
            {
                KeyId = blob.Metadata.TryGetValue(KeyId, out string? keyId) ? keyId : null,
            }
            : null;
}
