using System.Text.Json;
using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Drills;

/// <summary>The entries that a run is judged by: those of its case.</summary>
public sealed class DrillEntries(ILedgerStore ledgers)
{
    private static readonly IReadOnlyDictionary<string, Type> Events = CaseEvents.Codec.Types;

    /// <summary>Whether there is such an event among them.</summary>
    public static bool Knows(string name) => Events.ContainsKey(name);

    /// <summary>Whether the event's data have such a member.</summary>
    public static bool HasMember(string name, string member) =>
        Events.TryGetValue(name, out Type? type) && type.GetProperties().Any(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == member);

    /// <summary>The entries there are.</summary>
    /// <exception cref="LedgerBrokenException">What is stored does not hold together.</exception>
    public async Task<IReadOnlyList<LedgerLine>> ReadAsync(DrillRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        string name = run.Case.ToString();
        byte[] ledger = await ledgers.ReadAsync(name, 0, cancellationToken);
        try
        {
            return LedgerReader.ReadAfter(LedgerTip.Empty, name, ledger).Lines;
        }
        catch (LedgerFormatException broken)
        {
            throw new LedgerBrokenException(name, broken);
        }
    }
}
