namespace Rogatory.Core.Incidents;

/// <summary>What an incident is about.</summary>
public enum IncidentCause
{
    /// <summary>A case could not be advanced, or does not come to rest: it stands still.</summary>
    WorkPoisoned,

    /// <summary>A ledger does not hold together.</summary>
    LedgerBroken,

    /// <summary>A ledger vanished, shrank, or no longer begins with what a checkpoint says.</summary>
    LedgerShrunk,

    /// <summary>A checkpoint or its list of cases is missing, or is not one that we signed; none can follow it.</summary>
    CheckpointBroken,

    /// <summary>A sealed body is missing, or has another length than was recorded.</summary>
    BodyMissing,

    /// <summary>A sealed body is not the one whose root was recorded.</summary>
    BodyAltered,

    /// <summary>A sealed body is not protected until its case's retention date.</summary>
    ProtectionMissing,

    /// <summary>A key envelope that the ledger still needs is missing.</summary>
    EnvelopeMissing,

    /// <summary>What storage copied for a partner, or the partner's key envelope, is not what was released.</summary>
    CopyMismatch,

    /// <summary>A copy that a partner can collect, or the partner's key envelope, is gone.</summary>
    CopyMissing,

    /// <summary>A key envelope is not of its form, or is another item's.</summary>
    EnvelopeAltered,

    /// <summary>A key envelope of an item that is erased is there.</summary>
    EnvelopeLeft,

    /// <summary>What an officer or a partner does is not what they or their peers do: a signal over the ledgers.</summary>
    AnomalySignal,

    /// <summary>Calls of one officer or partner were refused again and again.</summary>
    RefusedCalls,

    /// <summary>An officer broke the glass: read a case without being assigned to it.</summary>
    GlassBroken,

    /// <summary>Data reached somebody who may not have them.</summary>
    UnauthorisedDisclosure,

    /// <summary>Somebody read data without need or right.</summary>
    UnauthorisedAccess,

    /// <summary>Data are lost, or can't be reached; nobody else has them.</summary>
    DataLost,

    /// <summary>A device or a medium with data on it is lost or stolen.</summary>
    DeviceLost,

    /// <summary>Data were altered, or are wrong by an accident.</summary>
    DataAltered,

    /// <summary>A key, a token or a device that opens data is in wrong hands.</summary>
    KeyCompromised,

    /// <summary>Something else that a person reports.</summary>
    Other,
}
