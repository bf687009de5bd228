namespace Rogatory.Core.Reports;

/// <summary>Whose report it is.</summary>
/// <param name="Name">The authority's name.</param>
/// <param name="Jurisdiction">Its state.</param>
/// <param name="Contact">Whom to ask.</param>
/// <param name="PolicyVersion">The version of the policy packs in force.</param>
/// <param name="PolicyDigest">Their digest.</param>
public sealed record ReportAuthority(string Name, string Jurisdiction, string Contact, string PolicyVersion, string PolicyDigest);
