using System.Runtime.InteropServices;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Consecutive rows, lines or pages by number, from 1, or units of text by offset, from 0.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last of the numbers; of offsets, the one after the last unit.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ExtractRange(long First, long Last);
