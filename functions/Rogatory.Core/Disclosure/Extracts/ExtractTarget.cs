using System.Runtime.InteropServices;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>A stretch of a form's text that is to become a mark.</summary>
/// <param name="Start">Its first unit.</param>
/// <param name="End">The offset after its last.</param>
/// <param name="Label">The finding category, or <c>removed</c>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ExtractTarget(int Start, int End, string Label);
