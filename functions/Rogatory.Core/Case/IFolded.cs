namespace Rogatory.Core.Case;

/// <summary>A state that is a fold over a ledger and remembers which commands have taken effect.</summary>
public interface IFolded
{
    /// <summary>Whether a line of the ledger carries this command's id.</summary>
    bool Has(CommandId command);
}
