using Rogatory.Core.Case;

namespace Rogatory.Core.Transfer;

/// <summary>An item under a grant.</summary>
/// <param name="Item">The item.</param>
/// <param name="Copy">Names its copy in <c>outbound</c> and the partner's key envelope in <c>keys</c>.</param>
public sealed record GrantedItem(ItemId Item, AttemptId Copy);
