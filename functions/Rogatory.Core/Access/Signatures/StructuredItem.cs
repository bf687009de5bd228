namespace Rogatory.Core.Access.Signatures;

/// <summary>A bare item or inner list with its parameters, in the order they were sent (RFC 8941 sections 3.1 to 3.3).</summary>
/// <param name="Value">A <see cref="long"/>, <see cref="decimal"/>, <see cref="string"/>, <see cref="StructuredToken"/>, <c>byte[]</c>,
/// <see cref="bool"/>, or for an inner list an <see cref="IReadOnlyList{T}"/> of items.</param>
/// <param name="Parameters">Values are bare items. No name stands twice.</param>
internal sealed record StructuredItem(object Value, IReadOnlyList<KeyValuePair<string, object>> Parameters);
