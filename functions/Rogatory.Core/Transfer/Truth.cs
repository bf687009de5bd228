namespace Rogatory.Core.Transfer;

/// <summary>Three-valued truth (Kleene): <c>and</c> is the least of its parts, <c>or</c> the greatest.</summary>
internal enum Truth
{
    False = 0,
    Unknown = 1,
    True = 2,
}
