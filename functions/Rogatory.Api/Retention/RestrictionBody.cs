using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

/// <summary>Why an item is restricted, on what law.</summary>
public sealed record RestrictionBody(RestrictionGround Ground, string Citation, string Reasons);
