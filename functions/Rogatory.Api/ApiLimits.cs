namespace Rogatory.Api;

/// <summary>What the front door takes at most; published by <c>GET /authority</c>.</summary>
/// <param name="RequestBytes">A request's own bytes.</param>
/// <param name="Items">Items in a request.</param>
/// <param name="ItemBytes">An item sent through the front door.</param>
public sealed record ApiLimits(int RequestBytes, int Items, long ItemBytes);
