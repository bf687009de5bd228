namespace Rogatory.Api.Access;

/// <summary>Each glass that was broken: those that wait for a review first, then the newest.</summary>
public sealed record GlassList(IReadOnlyList<GlassView> Glass);
