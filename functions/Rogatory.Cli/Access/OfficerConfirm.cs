namespace Rogatory.Cli.Access;

internal sealed class OfficerConfirm() : AssignmentCommand("confirm", "Confirms that an officer still needs to know a case.", "/confirmation", "is confirmed for");
