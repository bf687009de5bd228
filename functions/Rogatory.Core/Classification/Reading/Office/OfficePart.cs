using Rogatory.Core.Classification.Reading.Archive;

namespace Rogatory.Core.Classification.Reading.Office;

/// <summary>A part of an Office document.</summary>
/// <param name="Entry">Where it is.</param>
/// <param name="Root">The local name of its first element, or nothing if it is no XML.</param>
/// <param name="Start">Its beginning.</param>
internal sealed record OfficePart(ZipEntry Entry, string? Root, string Start)
{
    /// <summary>Its file name without folder and extension.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Entry.Name.Replace('\\', '/'));
}
