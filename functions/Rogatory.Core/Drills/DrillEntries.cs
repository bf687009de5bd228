using System.Text.Json;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Ledger;

namespace Rogatory.Core.Drills;

/// <summary>The entries that a run is judged by: those of its case, and of the incidents about the case.</summary>
public sealed class DrillEntries(ILedgerStore ledgers)
{
    private static readonly IReadOnlyDictionary<string, Type> Incidents = IncidentEvents.Codec.Types;

    private static readonly IReadOnlyDictionary<string, Type> Events = CaseEvents.Codec.Types.Concat(Incidents).ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);

    /// <summary>Whether there is such an event among them.</summary>
    public static bool Knows(string name) => Events.ContainsKey(name);

    /// <summary>Whether the event's data have such a member.</summary>
    public static bool HasMember(string name, string member) =>
        Events.TryGetValue(name, out Type? type) && type.GetProperties().Any(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == member);

    /// <summary>The entries there are. Incidents are looked at where the drill asks for what is in their ledgers.</summary>
    /// <param name="drill">The drill.</param>
    /// <param name="run">The run.</param>
    /// <param name="end">When the run is over: what is done after that is no part of it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LedgerBrokenException">What is stored does not hold together.</exception>
    public async Task<IReadOnlyList<LedgerLine>> ReadAsync(DrillDefinition drill, DrillRun run, DateTimeOffset end, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drill);
        ArgumentNullException.ThrowIfNull(run);
        List<LedgerLine> lines = [.. await ReadAsync(run.Case.ToString(), cancellationToken)];
        if (drill.Patterns.Any(pattern => pattern.Events.Any(Incidents.ContainsKey)))
        {
            foreach (string incident in (await ReadAsync(IncidentRegister.LedgerName, cancellationToken)).Select(line => LedgerOf(line, run)).OfType<string>())
                lines.AddRange(await ReadAsync(incident, cancellationToken));
        }

        return [.. lines.Where(line => line.At <= end)];
    }

    private static string? LedgerOf(LedgerLine line, DrillRun run) =>
        line.Event == IncidentOpened.EventName && IncidentEvents.Codec.Decode(line) is IncidentOpened opened && opened.Case == run.Case ? opened.Incident.LedgerName : null;

    private async Task<IReadOnlyList<LedgerLine>> ReadAsync(string name, CancellationToken cancellationToken)
    {
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
