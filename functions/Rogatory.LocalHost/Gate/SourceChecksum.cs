using System.Security.Cryptography;

namespace Rogatory.LocalHost.Gate;

/// <summary>The digest that a caller declares of what is copied, and the one that its answer carries.</summary>
internal sealed class SourceChecksum : IDisposable
{
    private const string Md5Header = "x-ms-source-content-md5";
    private const string Crc64Header = "x-ms-source-content-crc64";

    private readonly byte[]? _declared;
    private readonly StorageCrc64 _crc64 = new();
    private readonly IncrementalHash? _md5;

    private SourceChecksum(byte[]? declared, bool isMd5)
    {
        _declared = declared;
        // The REST interface's integrity check is MD5; nothing relies on it for security.
        if (isMd5) _md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    }

    public StorageError Mismatch => _md5 is not null
        ? new StorageError(400, "Md5Mismatch", "The MD5 value specified in the request did not match with the MD5 value calculated by the server.")
        : new StorageError(400, "Crc64Mismatch", "The CRC64 value specified in the request did not match with the CRC64 value calculated by the server.");

    public static (SourceChecksum? Read, StorageError? Refusal) Read(IHeaderDictionary headers)
    {
        var isMd5 = headers.ContainsKey(Md5Header);
        if (isMd5 && headers.ContainsKey(Crc64Header))
            return (null, new StorageError(400, "BothCrc64AndMd5HeaderPresent", "Only one of the source's MD5 and CRC64 may be given."));
        var (name, size) = isMd5 ? (Md5Header, MD5.HashSizeInBytes) : (Crc64Header, sizeof(ulong));
        if (!headers.ContainsKey(name)) return (new SourceChecksum(null, isMd5: false), null);
        var digest = new byte[size];
        return headers[name] is [{ } text] && Convert.TryFromBase64String(text, digest, out var count) && count == size
            ? (new SourceChecksum(digest, isMd5), null)
            : (null, StorageError.InvalidHeader(name));
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_md5 is not null) _md5.AppendData(bytes);
        else _crc64.Append(bytes);
    }

    /// <summary>Ends the digest. False where it is not the declared one.</summary>
    public bool Finish(out (string Header, string Value) result)
    {
        var digest = _md5?.GetHashAndReset() ?? _crc64.Finish();
        result = (_md5 is not null ? "Content-MD5" : "x-ms-content-crc64", Convert.ToBase64String(digest));
        return _declared is null || _declared.AsSpan().SequenceEqual(digest);
    }

    public void Dispose() => _md5?.Dispose();
}
