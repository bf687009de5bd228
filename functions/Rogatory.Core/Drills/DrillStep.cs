using System.Text.Json.Nodes;

namespace Rogatory.Core.Drills;

/// <summary>Something that happens in a drill, once: what the player is told, and what someone whom the script plays then does.</summary>
/// <param name="Id">Its id within the drill.</param>
/// <param name="After">The entry that it waits for; the drill's beginning when left out.</param>
/// <param name="Who">Who does it: a partner's alias, or one of <see cref="ScriptedOfficer.Names"/>; nobody where the player is only told something.</param>
/// <param name="Says">What the player is told.</param>
/// <param name="Call">The call of the front door that is made, such as <c>POST /cases/{case}/decisions</c>.</param>
/// <param name="Body">The call's body.</param>
/// <param name="Adds">The material that is added to the case.</param>
/// <param name="Collects">Whether the partner collects what there is for it, and signs for it.</param>
/// <param name="Expects">The status of a refusal that is meant to come; else the call is made again until it succeeds.</param>
public sealed record DrillStep(
    string Id, EntryPattern? After = null, string? Who = null, string? Says = null, string? Call = null, JsonObject? Body = null, DrillAddition? Adds = null, bool Collects = false, int? Expects = null);
