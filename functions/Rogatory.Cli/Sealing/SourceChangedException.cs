namespace Rogatory.Cli.Sealing;

/// <summary>A file is not what it was when the upload of it began, so nothing more may leave under that upload's key.</summary>
internal sealed class SourceChangedException : Exception;
