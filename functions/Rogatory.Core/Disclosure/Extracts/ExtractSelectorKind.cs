namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>By what an extract keeps or removes parts of an item.</summary>
public enum ExtractSelectorKind
{
    /// <summary>Rows of a table, of each sheet of a workbook, or values of JSON Lines. Row 1 is the first under a row of column names.</summary>
    Rows,

    /// <summary>Lines of a text; paragraphs of a document.</summary>
    Lines,

    /// <summary>Pages.</summary>
    Pages,

    /// <summary>Columns of a table or workbook.</summary>
    Columns,

    /// <summary>Values of JSON.</summary>
    Fields,

    /// <summary>Stretches of the extracted text.</summary>
    Spans,

    /// <summary>What detectors find.</summary>
    Categories,

    /// <summary>The row of column names, which stays unless it is removed.</summary>
    Header,
}
