namespace Rogatory.Azure.Ledger;

/// <summary>
/// What is known of the last part of a ledger: part <paramref name="Number"/> begins at byte <paramref name="Start"/> of the whole, and
/// when the whole was <paramref name="End"/> bytes long the part had <paramref name="Blocks"/> blocks.
/// </summary>
/// <remarks>An append blob never changes what it holds, so such a fact stays true for ever; it only stops being the newest.</remarks>
internal sealed record LedgerPart(int Number, long Start, long End, int Blocks);
