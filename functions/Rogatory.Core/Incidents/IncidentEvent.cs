using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents;

/// <summary>A line in the ledger of an incident.</summary>
public abstract record IncidentEvent : LedgerEvent;
