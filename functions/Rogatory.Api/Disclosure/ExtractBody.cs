using System.Text.Json.Nodes;

namespace Rogatory.Api.Disclosure;

/// <summary>The extract that an officer asks for.</summary>
/// <param name="Request">What to keep or remove, as docs/extracts.md says.</param>
/// <param name="Reasons">Why it is made, in 10 to 500 characters.</param>
public sealed record ExtractBody(JsonObject Request, string Reasons);
