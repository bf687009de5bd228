namespace Rogatory.Core.Transfer;

/// <summary>What must be kept to when data go.</summary>
/// <param name="Code">Its stable name, such as <c>no-onward-transfer</c>.</param>
/// <param name="Citation">The provision it rests on.</param>
/// <param name="Text">One sentence to whoever must keep it.</param>
/// <param name="BindsRecipient">True when it travels with the data; false for a duty on the sender, such as documenting the transfer.</param>
public sealed record TransferCondition(string Code, string Citation, string Text, bool BindsRecipient);
