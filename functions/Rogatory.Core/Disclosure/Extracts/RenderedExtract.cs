using System.Runtime.InteropServices;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>An extract's bytes, and which of them are the original's.</summary>
/// <param name="Bytes">The extract.</param>
/// <param name="Copies">Stretches that were copied, in order in both; empty where that says nothing.</param>
internal sealed record RenderedExtract(ReadOnlyMemory<byte> Bytes, IReadOnlyList<RenderedExtract.Copy> Copies)
{
    /// <summary>So many bytes, from a place in the original to a place in the extract.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Copy(long From, long To, long Length);
}
