using System.Diagnostics.CodeAnalysis;

namespace Rogatory.Core.Case;

/// <summary>A validated identifier: it has one spelling, and nothing else parses.</summary>
/// <typeparam name="TSelf">The identifier.</typeparam>
public interface IIdentifier<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    /// <summary>Parses the one spelling; false for anything else, null included. Never throws.</summary>
    static abstract bool TryParse([NotNullWhen(true)] string? text, out TSelf value);
}
