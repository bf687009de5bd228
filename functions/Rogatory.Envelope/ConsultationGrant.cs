namespace Rogatory.Envelope;

/// <summary>Permission for an officer with need to know to read one item. Access alone makes it, once the reading is on the ledger.</summary>
public sealed class ConsultationGrant : ContentGrant
{
    internal ConsultationGrant(string @case, string item)
        : base(@case, item)
    {
    }
}
