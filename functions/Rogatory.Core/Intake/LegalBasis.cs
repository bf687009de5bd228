namespace Rogatory.Core.Intake;

/// <summary>The law that the request relies on.</summary>
/// <param name="Instrument">The instrument's id in the policy, such as <c>UNCAC</c>.</param>
/// <param name="Article">The article, such as <c>46</c> or <c>46(3)(f)</c>.</param>
public sealed record LegalBasis(string Instrument, string? Article);
