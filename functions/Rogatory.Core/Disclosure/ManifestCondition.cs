namespace Rogatory.Core.Disclosure;

/// <summary>A condition of use that travels with the items.</summary>
/// <param name="Code">Its code, for machines.</param>
/// <param name="Citation">The article it rests on.</param>
/// <param name="Text">The condition in words.</param>
public sealed record ManifestCondition(string Code, string Citation, string Text);
