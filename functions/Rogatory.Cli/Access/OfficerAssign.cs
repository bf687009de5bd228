namespace Rogatory.Cli.Access;

internal sealed class OfficerAssign() : AssignmentCommand("assign", "Assigns an officer to a case, which lapses unless it is confirmed each quarter.", "", "is assigned to");
