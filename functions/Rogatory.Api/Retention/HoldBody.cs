using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

/// <summary>A legal hold as an officer places it; without items it covers the whole case.</summary>
public sealed record HoldBody(HoldGround Ground, string Citation, string Reasons, IReadOnlyList<string>? Items = null);
