namespace Rogatory.Core.Case;

/// <summary>A host of one space was pointed at the storage of the other: it must not work on it.</summary>
public sealed class OtherSpaceException(Space space) : Exception(
    $"The storage is not of the space '{space}', in which this host works. Real matters and drills have storage accounts of their own: name those of '{space}', or start a host of the other space.");
