using System.Runtime.InteropServices;

namespace Rogatory.Envelope;

/// <summary>The bytes of a plaintext from <paramref name="Offset"/> to before <paramref name="End"/>, as far as it has them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PlaintextRange(long Offset, long End)
{
    public static PlaintextRange All { get; } = new(0, long.MaxValue);

    /// <summary>The part of <paramref name="content"/> that is in the range, where the content begins at <paramref name="offset"/>.</summary>
    public ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> content, long offset)
    {
        var from = Math.Clamp(Offset - offset, 0, content.Length);
        var to = Math.Clamp(End - offset, from, content.Length);
        return content[(int)from..(int)to];
    }
}
