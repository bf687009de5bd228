using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Retention;

/// <summary>A disclosure by which keys of erased items had left us: what its partner holds is not for us to erase.</summary>
/// <param name="Disclosure">The disclosure.</param>
/// <param name="Partner">Whom it went to.</param>
/// <param name="Items">The erased items in it.</param>
public sealed record ErasedDisclosure(DisclosureId Disclosure, PartnerId Partner, IReadOnlyList<ItemId> Items);
