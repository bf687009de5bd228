namespace Rogatory.Core.Access.Signatures;

/// <summary>A token of RFC 8941 section 3.3.4, kept apart from a string because the two are written differently.</summary>
internal readonly record struct StructuredToken(string Text);
