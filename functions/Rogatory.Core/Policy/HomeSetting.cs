namespace Rogatory.Core.Policy;

/// <summary>What a rule rests on that the home authority chose: there is no text to check it against, so it is never called verified, and holds all the same.</summary>
internal static class HomeSetting
{
    private const string Words = "Setting of the home authority";

    /// <summary>Whether a rule is such a one, as its citation says in its first words.</summary>
    public static bool IsCitedBy(string citation) => citation.StartsWith(Words, StringComparison.Ordinal);
}
