using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Retention;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Classification;

/// <summary>The lines that classify an item.</summary>
internal static class SomeClassification
{
    public static IReadOnlyList<LedgerEvent> Of(string item)
    {
        CommandId command = Some.Command();
        ItemId id = ItemId.Parse(item);
        return
        [
            Some.Sealed(Derivation.FindingsOf(id).ToString()) with { Command = command },
            new ItemClassified
            {
                Command = command,
                Item = id,
                Format = "table",
                Findings = Derivation.FindingsOf(id),
                Pack = "0123456789abcdef",
                Categories = new Dictionary<string, long> { ["iban"] = 4, ["email"] = 1 },
                Doubtful = new Dictionary<string, long> { ["phone"] = 9 },
                Unread = new Dictionary<string, long> { ["image"] = 2 },
                Breaches = ["part-size"],
            },
            new BlocksCommitted { Command = command, Item = id, Kind = BlockKind.Rows, Count = 20_001, Root = new string('3', 64) },
        ];
    }
}
