namespace Rogatory.Core.Policy;

/// <summary>An instrument in the order in which one goes before another.</summary>
/// <param name="Id">Its id, also of its party list.</param>
/// <param name="Citation">The provision that gives it its place.</param>
/// <param name="Why">One sentence for when it is chosen.</param>
/// <param name="Residual">True when it yields to any treaty of mutual legal assistance that binds both states.</param>
/// <param name="NamedOnly">True when it is never found, only named.</param>
/// <param name="AlsoParties">The list of a parent treaty that must bind both states too.</param>
/// <param name="Subjects">For a residual one: the subject matters under which it is found without being named.</param>
internal sealed record InstrumentRow(
    string Id,
    string Citation,
    string Why,
    bool Residual = false,
    bool NamedOnly = false,
    string? AlsoParties = null,
    IReadOnlyList<string>? Subjects = null);
