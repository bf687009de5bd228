namespace Rogatory.Core.Classification.Reading.Text;

/// <summary>What of a JSON text is written.</summary>
internal enum JsonPass
{
    /// <summary>Everything, character for character.</summary>
    AsWritten,

    /// <summary>The strings alone that hold an escape which hides or splits what it stands in, unescaped.</summary>
    EscapedStrings,

    /// <summary>Everything, unescaped.</summary>
    Unescaped,
}
