namespace Rogatory.Cli.Access;

internal sealed class OfficerUnassign() : AssignmentCommand("unassign", "Ends an officer's assignment to a case at once.", "/ending", "is no more assigned to");
