using System.Runtime.InteropServices;

namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>A transformation of coordinates (ISO 32000-1, 8.3.3).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static Matrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>First the one, then the other.</summary>
    public static Matrix operator *(Matrix one, Matrix other) => new(
        (one.A * other.A) + (one.B * other.C),
        (one.A * other.B) + (one.B * other.D),
        (one.C * other.A) + (one.D * other.C),
        (one.C * other.B) + (one.D * other.D),
        (one.E * other.A) + (one.F * other.C) + other.E,
        (one.E * other.B) + (one.F * other.D) + other.F);

    /// <summary>Of six numbers; those that are missing or none are zero.</summary>
    public static Matrix Of(IReadOnlyList<object?> values)
    {
        double At(int index) => index < values.Count && values[index] is double number ? number : 0;
        return new Matrix(At(0), At(1), At(2), At(3), At(4), At(5));
    }
}
