namespace Rogatory.Core.Access.Signatures;

/// <summary>The parts of an HTTP request that a signature can cover.</summary>
/// <param name="Method">The method as sent, such as <c>POST</c>.</param>
/// <param name="TargetUri">The configured public origin followed by the raw path and query as sent; never built from Host or
/// forwarding fields, which anyone on the way can change.</param>
/// <param name="HasBody">Whether content follows; if so its digest must be covered. True when it can't be known.</param>
/// <param name="Header">A field's value by its lower-case name: the lines trimmed and joined by <c>, </c> in the order sent
/// (RFC 9421 section 2.1); null when the message has none.</param>
public sealed record SignedMessage(string Method, string TargetUri, bool HasBody, Func<string, string?> Header);
