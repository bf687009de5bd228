using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

/// <summary>What is wrong with an item, on what law, and what is right.</summary>
/// <param name="Ground">What is wrong.</param>
/// <param name="Citation">The article relied on.</param>
/// <param name="Reasons">The reasons.</param>
/// <param name="Content">The correction, at most 1 MiB, in base64.</param>
/// <param name="Name">Its file name.</param>
/// <param name="Type">Its media type.</param>
public sealed record RectificationBody(
    RectificationGround Ground, string Citation, string Reasons, byte[] Content, string Name = "rectification.txt", string Type = "text/plain")
{
    /// <summary>Says nothing of it: it is sensitive.</summary>
    public override string ToString() => nameof(RectificationBody);
}
