namespace Rogatory.Core.Intake;

/// <summary>One thing that keeps a letter of request from being accepted as data.</summary>
/// <param name="Pointer">
/// JSON pointer (RFC 6901) to the member. An unknown member is pointed at only when its name is a plain word of at most 40 letters and
/// digits, else the object that holds it is: names can carry content too.
/// </param>
/// <param name="Slug">The stable name of the fault, such as <c>wrong-type</c>.</param>
/// <param name="Message">What is expected. Never repeats what was sent.</param>
public sealed record RequestFault(string Pointer, string Slug, string Message);
