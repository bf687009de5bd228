using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Rogatory.Ledger;

namespace Rogatory.Core.Case;

/// <summary>Turns events of one ledger into <c>data</c> objects and back, strictly: an event or a member it does not know is refused.</summary>
/// <remarks>Members are the record's properties in camelCase, null ones included; the list stands in the Ledger project's FORMAT.md.</remarks>
public sealed class EventCodec
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private readonly FrozenDictionary<string, Type> _types;

    /// <summary>A codec for the events listed, by name.</summary>
    public EventCodec(IReadOnlyDictionary<string, Type> types)
    {
        ArgumentNullException.ThrowIfNull(types);
        _types = types.ToFrozenDictionary();
    }

    /// <summary>The event types by name.</summary>
    public IReadOnlyDictionary<string, Type> Types => _types;

    /// <summary>The entry that says the event.</summary>
    public static LedgerEntry Encode(string actor, LedgerEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        JsonObject data = JsonSerializer.SerializeToNode(happened, happened.GetType(), Options)!.AsObject();
        return new LedgerEntry(actor, happened.Name, data);
    }

    /// <summary>The event a line says.</summary>
    /// <exception cref="CaseHistoryException">The event is unknown to this version, or its data are not what the event's type says.</exception>
    public LedgerEvent Decode(LedgerLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (!_types.TryGetValue(line.Event, out Type? type))
            throw new CaseHistoryException(line.Seq, "its event is not one this version knows");
        try
        {
            return (LedgerEvent)line.Data.Deserialize(type, Options)!;
        }
        catch (Exception refused) when (refused is JsonException or FormatException or NotSupportedException)
        {
            throw new CaseHistoryException(line.Seq, "its data are not those of its event");
        }
    }
}
