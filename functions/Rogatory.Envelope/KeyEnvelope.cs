namespace Rogatory.Envelope;

/// <summary>
/// What a key envelope (FORMAT.md, section 2) says to anyone: which key wrapped it and which item it is of. All of it is unproven until
/// the key is unwrapped.
/// </summary>
public sealed class KeyEnvelope
{
    /// <summary>A longer envelope is refused unread, in bytes.</summary>
    public const int MaximumSize = 64 * 1024;

    private KeyEnvelope(string keyId, string @case, string item)
    {
        KeyId = keyId;
        Case = @case;
        Item = item;
    }

    /// <summary>The id with version of the key-encryption key.</summary>
    public string KeyId { get; }

    /// <summary>The id of the case.</summary>
    public string Case { get; }

    /// <summary>The id of the item in that case.</summary>
    public string Item { get; }

    /// <summary>Checks an envelope's form as strictly as opening does, without unwrapping.</summary>
    /// <exception cref="OpenException">With <see cref="OpenFailure.Key"/>: it is not exactly of the form.</exception>
    public static KeyEnvelope Parse(ReadOnlyMemory<byte> keyEnvelope) => throw new NotSupportedException();

    /// <summary>Unwraps an envelope for its description alone.</summary>
    /// <exception cref="OpenException">With <see cref="OpenFailure.Key"/>, as <see cref="OpenedItem.OpenAsync"/>.</exception>
    public static Task<ItemDescription> DescribeAsync(
        ContentGrant grant, ReadOnlyMemory<byte> keyEnvelope, IKeyWrap keyWrap, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
