using System.Security.Cryptography;

namespace Rogatory.Bench;

/// <summary>What this machine can do at most: the same primitives, 1 MiB at a time, with nothing around them.</summary>
internal static class RawRates
{
    private const int Piece = 1 << 20;

    /// <summary>Encrypts memory, split over the cores, each with one output buffer of 1 MiB that it uses again.</summary>
    public static void Encrypt(ReadOnlyMemory<byte> from, int cores) => OnCores(from.Length, cores, (start, end) =>
    {
        using var cipher = new AesGcm(new byte[32], 16);
        byte[] to = new byte[Piece];
        Span<byte> nonce = stackalloc byte[12];
        Span<byte> tag = stackalloc byte[16];
        for (int at = start; at < end; at += Piece)
        {
            BitConverter.TryWriteBytes(nonce, at);
            cipher.Encrypt(nonce, from.Span.Slice(at, Piece), to, tag);
        }
    });

    public static void Hash(ReadOnlyMemory<byte> from)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int at = 0; at < from.Length; at += Piece)
            hash.AppendData(from.Span.Slice(at, Piece));
        hash.GetHashAndReset();
    }

    private static void OnCores(int length, int cores, Action<int, int> work)
    {
        int share = length / cores / Piece * Piece;
        Thread[] threads = [.. Enumerable.Range(0, cores).Select(core => new Thread(() => work(core * share, core == cores - 1 ? length : (core + 1) * share)))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
    }
}
