using System.Text.Json.Nodes;

namespace Rogatory.Api.Access;

/// <summary>What anyone may know of the home authority. As it has a member <c>keys</c>, it is itself a JWK set (RFC 7517).</summary>
/// <param name="Name">The authority's name.</param>
/// <param name="Jurisdiction">Its state, ISO 3166-1 alpha-2.</param>
/// <param name="Keys">Public keys: <c>use: enc</c> to seal to it, <c>use: sig</c> to verify what it signed. The first is added where the document is handed out.</param>
/// <param name="Limits">What it takes at most.</param>
/// <param name="Policy">The version of the policy in force.</param>
/// <param name="Space"><c>real</c>, or <c>drill</c> where everything is made up.</param>
public sealed record AuthorityDocument(string Name, string Jurisdiction, IReadOnlyList<JsonObject> Keys, ApiLimits Limits, string Policy, string Space);
