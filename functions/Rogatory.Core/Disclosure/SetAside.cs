namespace Rogatory.Core.Disclosure;

/// <summary>A category of personal data that was found in what is to go, and that an officer says is none.</summary>
/// <param name="Category">A code of the fact <c>data.categories</c>.</param>
/// <param name="Reasons">Why, in 10 to 10,000 characters. Sealed with what else the officer states.</param>
public sealed record SetAside(string Category, string Reasons)
{
    /// <summary>The fewest characters that reasons can have.</summary>
    public const int FewestReasons = 10;

    /// <summary>The most characters that reasons can have.</summary>
    public const int MostReasons = 10_000;

    /// <summary>Says nothing of the reasons.</summary>
    public override string ToString() => $"{nameof(SetAside)} {Category}";
}
