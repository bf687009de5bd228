namespace Rogatory.Cli.Incidents;

internal sealed class IncidentReject() : ClosingDecision("reject", "Does not close what another officer proposed to close.");
