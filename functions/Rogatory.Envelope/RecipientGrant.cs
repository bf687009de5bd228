namespace Rogatory.Envelope;

/// <summary>
/// Permission of a recipient to open what was sealed to its own key. The transfer check decided before the key envelope was made, and
/// only the holder of the private key can use it; so the partner's program alone makes it, and nothing that runs at an authority.
/// </summary>
public sealed class RecipientGrant : ContentGrant
{
    internal RecipientGrant(string @case, string item)
        : base(@case, item)
    {
    }
}
