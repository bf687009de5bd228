using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Drills;

/// <summary>A drill as its file describes it. docs/drills.md says how one is written.</summary>
/// <param name="Drill">Its id.</param>
/// <param name="Version">The day of its newest change.</param>
/// <param name="Title">Its name.</param>
/// <param name="Pitfall">The mistake that it is about, told only with the score.</param>
/// <param name="Story">What the player is told at the beginning.</param>
/// <param name="Task">What the player is to do.</param>
/// <param name="Hours">How long a run can be played.</param>
/// <param name="Pass">How many points of 100 pass.</param>
/// <param name="Sheet">Transfer facts that are plain in this case, for the player to begin a proposal with.</param>
/// <param name="Partners">The authorities that are made up for it.</param>
/// <param name="From">The alias of the partner that sends the request.</param>
/// <param name="Request">The request, without its reference and items.</param>
/// <param name="Items">What comes with it.</param>
/// <param name="Steps">What happens, and when.</param>
/// <param name="Finish">The entries any one of which finishes it.</param>
/// <param name="Rules">What it is scored by; their points add up to 100.</param>
public sealed record DrillDefinition(
    string Drill, DateOnly Version, string Title, string Pitfall, IReadOnlyList<string> Story, string Task, int Hours, int Pass, JsonObject Sheet, IReadOnlyList<DrillPartner> Partners,
    string From, JsonObject Request, IReadOnlyList<DrillItem> Items, IReadOnlyList<DrillStep> Steps, IReadOnlyList<EntryPattern> Finish, IReadOnlyList<DrillRule> Rules)
{
    /// <summary>Every pattern in it.</summary>
    [JsonIgnore]
    public IEnumerable<EntryPattern> Patterns => Steps.Select(step => step.After).Concat(Finish)
        .Concat(Rules.SelectMany(rule => new[] { rule.Must, rule.MustNot, rule.After, rule.Before })).OfType<EntryPattern>();
}
