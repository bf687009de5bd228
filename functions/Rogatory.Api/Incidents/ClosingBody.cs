namespace Rogatory.Api.Incidents;

/// <summary>What an incident was, and what changes.</summary>
public sealed record ClosingBody(string Cause, string Effect, string Remedy, string Change);
