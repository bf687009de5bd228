using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Intake;
using Rogatory.Ledger;

namespace Rogatory.Core.Incidents;

/// <summary>What is said when an incident is closed (LED art. 30(5)).</summary>
/// <param name="Cause">What caused it.</param>
/// <param name="Effect">What its effects were.</param>
/// <param name="Remedy">What was done about it.</param>
/// <param name="Change">What changes in rules or training; or why nothing does.</param>
public sealed record IncidentClosing(string Cause, string Effect, string Remedy, string Change)
{
    private const int FewestCharacters = 10;
    private const int MostCharacters = 5_000;

    /// <summary>The text that is sealed: canonical JSON of the four.</summary>
    public string ToText() => Encoding.UTF8.GetString(
        CanonicalJson.Serialize(new JsonObject { ["cause"] = Cause, ["effect"] = Effect, ["remedy"] = Remedy, ["change"] = Change }));

    /// <summary>Refuses what says nothing.</summary>
    /// <exception cref="RefusedException"><c>closing-malformed</c>.</exception>
    internal void Check()
    {
        Check("/cause", Cause);
        Check("/effect", Effect);
        Check("/remedy", Remedy);
        Check("/change", Change);
    }

    private static void Check(string pointer, string text)
    {
        if (text.Trim().Length < FewestCharacters || text.Length > MostCharacters || !RequestText.IsClean(text, prose: true))
            throw RefusedException.Malformed("closing-malformed", pointer, "A text of 10 to 5,000 characters is expected, none of them a control character.");
    }
}
