using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>The newest review that kept a case.</summary>
/// <param name="By">Who reviewed it.</param>
/// <param name="Until">Until when it is kept.</param>
/// <param name="Ground">The ground's code.</param>
/// <param name="Citation">The article relied on.</param>
/// <param name="Reasons">The sealed item with the reasons.</param>
public sealed record KeepingState(string By, DateTimeOffset Until, KeepingGround Ground, string Citation, ItemId Reasons);
