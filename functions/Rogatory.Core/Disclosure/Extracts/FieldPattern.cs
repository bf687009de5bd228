namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>A JSON pointer (RFC 6901) in which <c>*</c> is any member or element.</summary>
internal sealed class FieldPattern(string pointer)
{
    private readonly string[] _steps = [.. pointer.Split('/').Skip(1).Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];

    public int Length => _steps.Length;

    /// <summary>Whether a value of this name or index, so deep in the document, can be the one or lead to it.</summary>
    public bool Matches(int depth, string step) => _steps[depth] == "*" || _steps[depth] == step;
}
