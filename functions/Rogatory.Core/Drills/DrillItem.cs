using System.Text;

namespace Rogatory.Core.Drills;

/// <summary>A piece of material that comes with the drill's request.</summary>
/// <param name="Id">Its id in the case.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Text">Its content as text; null where <paramref name="Base64"/> has it.</param>
/// <param name="Base64">Its content, where that is no text.</param>
public sealed record DrillItem(string Id, string Name, string Type, string? Text = null, string? Base64 = null)
{
    /// <summary>The bytes.</summary>
    public byte[] ToBytes() => Base64 is { } encoded ? Convert.FromBase64String(encoded) : Encoding.UTF8.GetBytes(Text ?? "");
}
