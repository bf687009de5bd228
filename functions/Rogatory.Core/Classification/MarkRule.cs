namespace Rogatory.Core.Classification;

/// <summary>A detector of what stands around a certain character: the <c>@</c> of an e-mail address, the <c>:</c> of a URL.</summary>
internal abstract class MarkRule : Detector
{
    /// <summary>The characters, none of them a letter or digit.</summary>
    public abstract string Marks { get; }

    /// <summary>
    /// Looks around the mark and reports what it finds. It may look at most <see cref="Window.Behind"/> units back and
    /// <see cref="Window.Ahead"/> ahead, and must stop early where the next mark of its kind stands, so that a text of nothing but marks takes no longer.
    /// </summary>
    public abstract void Find(Window window, int at);
}
