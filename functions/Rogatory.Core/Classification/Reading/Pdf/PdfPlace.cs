using System.Runtime.InteropServices;

namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>Where an object is: at an offset of the file, or as one of those in an object stream.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PdfPlace(int Offset, int Container, int Index)
{
    public bool IsContained => Container > 0;

    public static PdfPlace At(int offset) => new(offset, 0, 0);

    public static PdfPlace In(int container, int index) => new(0, container, index);
}
