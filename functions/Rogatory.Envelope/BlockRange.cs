using System.Runtime.InteropServices;

namespace Rogatory.Envelope;

/// <summary>Consecutive blocks.</summary>
/// <param name="First">The number of the first, from 0.</param>
/// <param name="Count">How many.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BlockRange(long First, long Count)
{
    internal long End => First + Count;
}
