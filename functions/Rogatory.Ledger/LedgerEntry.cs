using System.Text.Json.Nodes;

namespace Rogatory.Ledger;

/// <summary>What a writer hands in: a line before its place, time and chain are known. See <see cref="LedgerTip.Append"/>.</summary>
/// <param name="Actor"><c>partner:…</c>, <c>officer:…</c> or <c>system:…</c>.</param>
/// <param name="Event">Such as <c>sealing.item-sealed</c>.</param>
/// <param name="Data">The event's members, <c>command</c> among them: the same for all entries of one append, and never used again.</param>
public sealed record LedgerEntry(string Actor, string Event, JsonObject Data);
