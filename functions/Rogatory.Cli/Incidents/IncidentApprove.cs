namespace Rogatory.Cli.Incidents;

internal sealed class IncidentApprove() : ClosingDecision("approve", "Closes what another officer proposed to close.");
