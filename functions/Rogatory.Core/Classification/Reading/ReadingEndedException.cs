namespace Rogatory.Core.Classification.Reading;

/// <summary>Ends the reading of the whole item, at a limit that is over all of it.</summary>
internal sealed class ReadingEndedException() : Exception("A limit over the whole item was met.");
