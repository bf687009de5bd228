namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>Bytes to send, the same in every run.</summary>
internal static class Material
{
    public static byte[] Of(int size, int seed = 1)
    {
        var bytes = new byte[size];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
