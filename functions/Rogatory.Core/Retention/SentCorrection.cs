namespace Rogatory.Core.Retention;

/// <summary>What is right, as an officer sends it.</summary>
/// <param name="Name">The file name; sensitive.</param>
/// <param name="Type">The media type.</param>
/// <param name="Content">The correction itself.</param>
public sealed record SentCorrection(string Name, string Type, byte[] Content)
{
    /// <summary>Says nothing of it: its name and content are sensitive.</summary>
    public override string ToString() => nameof(SentCorrection);
}
