using Rogatory.Api.Disclosure;

namespace Rogatory.Api.Review;

/// <param name="Id">The item.</param>
/// <param name="State"><c>awaited</c>, <c>sealed</c>, <c>erasing</c> (approved, not done) or <c>erased</c>.</param>
/// <param name="Size">Bytes of the sealed body.</param>
/// <param name="SealedRoot">Hex root over the body's pieces.</param>
/// <param name="DataCategories">Of an item that an officer added: what personal data it holds.</param>
/// <param name="Origin">Of an item that an officer added: where it came from.</param>
/// <param name="Held">Whether a legal hold stands on it.</param>
/// <param name="Restricted">Whether it is restricted: it goes to nobody, and few read it.</param>
/// <param name="Correction">The item that says what is right, where this one is wrong.</param>
/// <param name="Extract">Of an extract: what it is of, and how it was made.</param>
/// <param name="Classification">What is known of its content; null while it is not classified, and of what holds none.</param>
public sealed record CaseViewItem(
    string Id,
    string State,
    long? Size,
    string? SealedRoot,
    IReadOnlyList<string>? DataCategories,
    CaseViewOrigin? Origin,
    bool Held,
    bool Restricted,
    string? Correction,
    ExtractView? Extract,
    CaseViewClassification? Classification);
