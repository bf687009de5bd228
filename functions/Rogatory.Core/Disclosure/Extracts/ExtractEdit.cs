using System.Runtime.InteropServices;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>A stretch of a form's text and the mark that stands for it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ExtractEdit(int Start, int End, string Mark);
