using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Rogatory.Core.Policy;

/// <summary>All policy packs that a deployment applies, checked as a whole.</summary>
public sealed class PolicySet
{
    private const string Folder = "Rogatory.Core.Policy.Packs.";
    private readonly PolicyRule _retention;
    private readonly IReadOnlyDictionary<string, byte[]> _files;

    private PolicySet(IReadOnlyDictionary<string, byte[]> files, IReadOnlyList<PolicyPack> packs, PolicyRule retention, (TransferPolicy Policy, DateOnly Version)? transfer, (RiskPolicy Policy, DateOnly Version)? risk, (AccessPolicy Policy, DateOnly Version)? access,
        (IncidentPolicy Policy, DateOnly Version)? incidents, SignalPack? signals, string digest)
    {
        _files = files;
        Packs = packs;
        _retention = retention;
        Digest = digest;
        Instruments = packs.Select(pack => pack.Instrument).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
        Transfer = transfer?.Policy;
        Risk = risk?.Policy;
        Access = access?.Policy;
        Incidents = incidents?.Policy;
        Signals = signals;
        DateOnly?[] versions = [transfer?.Version, risk?.Version, access?.Version, incidents?.Version, signals?.Version];
        Version = packs.Select(pack => pack.Version).Concat(versions.OfType<DateOnly>()).Max().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>The day of the newest pack, such as <c>2026-11-22</c>.</summary>
    public string Version { get; }

    /// <summary>Lower-case hex SHA-256 over the packs' file names and digests: names exactly what was applied.</summary>
    public string Digest { get; }

    /// <summary>The packs of rules on requests, in the order of their file names.</summary>
    public IReadOnlyList<PolicyPack> Packs { get; }

    /// <summary>The instruments that a request can rely on.</summary>
    public FrozenSet<string> Instruments { get; }

    /// <summary>The rules and tables of the transfer check; null when there is no transfer pack.</summary>
    internal TransferPolicy? Transfer { get; }

    /// <summary>The rules by which risk is assessed; null when there is no risk pack.</summary>
    internal RiskPolicy? Risk { get; }

    /// <summary>Who may do what; null when there is no access pack.</summary>
    public AccessPolicy? Access { get; }

    /// <summary>How bad incidents are, and their clocks; null when there is no such pack.</summary>
    internal IncidentPolicy? Incidents { get; }

    /// <summary>When what officers and partners do is a signal; null when there is no such pack.</summary>
    public SignalPack? Signals { get; }

    /// <summary>Whether the transfer check has a rule of that id.</summary>
    internal bool HasTransferRule(string id) => Transfer?.Rules.Any(one => one.Rule.Id == id) == true;

    /// <summary>The packs that ship with this program.</summary>
    /// <exception cref="PolicyException">One of them cannot be used.</exception>
    public static PolicySet Load()
    {
        Assembly assembly = typeof(PolicySet).Assembly;
        return From(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(name => name[Folder.Length..], name => Read(assembly, name)));
    }

    /// <summary>
    /// The packs given, by file name. A name that begins with <c>Transfer.</c> is a transfer pack, one with <c>Tables.</c> a table of it, one with <c>Risk.</c> a risk pack,
    /// one with <c>Access.</c> a part of the access pack, one with <c>Incidents.</c> the pack of incidents, and one with <c>Signals.</c> that of signals.
    /// </summary>
    /// <exception cref="PolicyException">
    /// A pack is not JSON of exactly the pack's shape; a rule lacks a citation or a message, contradicts its effect, or names an unknown
    /// field or condition; an id is used twice; an unverified rule would make requests incomplete; or there is not exactly one retention rule.
    /// </exception>
    public static PolicySet From(IReadOnlyDictionary<string, byte[]> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        string[] names = [.. files.Keys.Order(StringComparer.Ordinal)];
        PolicyPack[] packs = [.. names.Where(IsRequestPack).Select(name => PolicyLoader.Read(name, files[name]))];
        PolicyRule retention = PolicyLoader.CheckTogether(packs);
        string digests = string.Concat(names.Select(name => $"{name}\n{Convert.ToHexStringLower(SHA256.HashData(files[name]))}\n"));
        return new PolicySet(files, packs, retention, TransferLoader.Load(files), RiskLoader.Load(files), AccessLoader.Load(files), IncidentLoader.Load(files), SignalLoader.Load(files),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(digests))));
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="PolicyException">It is not of that form, or a pack in it cannot be used.</exception>
    public static PolicySet Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            Dictionary<string, string> texts = JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Strict)
                ?? throw new PolicyException("the set", "it is null");
            return From(texts.ToDictionary(one => one.Key, one => Encoding.UTF8.GetBytes(one.Value)));
        }
        catch (JsonException malformed)
        {
            throw new PolicyException("the set", "it is not a JSON object of files and their texts", malformed);
        }
    }

    /// <summary>All of it as one JSON object: each file's text by its name. Read again it has the same digest.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(
        new SortedDictionary<string, string>(_files.ToDictionary(one => one.Key, one => Encoding.UTF8.GetString(one.Value)), StringComparer.Ordinal));

    /// <summary>Until when what a case holds is kept immutable, when its request was received at the instant given.</summary>
    public DateTimeOffset RetainUntil(DateTimeOffset receivedAt) => receivedAt + _retention.Clock!.Limit!.Value;

    /// <summary>The limit of a clock, by its id.</summary>
    /// <exception cref="PolicyException">No pack has such a clock with a limit.</exception>
    public TimeSpan LimitOf(string clock) =>
        Packs.SelectMany(pack => pack.Rules).FirstOrDefault(rule => rule.Clock?.Id == clock)?.Clock?.Limit
            ?? throw new PolicyException(clock, "no pack has such a clock with a limit");

    /// <summary>What a rule says in a sentence; empty for a rule of another version.</summary>
    public string MessageOf(string rule) =>
        Packs.SelectMany(pack => pack.Rules).FirstOrDefault(one => one.Id == rule)?.Message ?? string.Empty;

    /// <summary>The packs that apply to requests under an instrument: its own, and those that hold under any.</summary>
    internal IEnumerable<PolicyPack> For(string instrument) => Packs.Where(pack => pack.Instrument is null || pack.Instrument == instrument);

    private static bool IsRequestPack(string name) =>
        !name.StartsWith(TransferLoader.PackPrefix, StringComparison.Ordinal) && !name.StartsWith(TransferLoader.TablePrefix, StringComparison.Ordinal)
        && !name.StartsWith(RiskLoader.PackPrefix, StringComparison.Ordinal) && !name.StartsWith(AccessLoader.PackPrefix, StringComparison.Ordinal)
        && !name.StartsWith(IncidentLoader.PackPrefix, StringComparison.Ordinal) && !name.StartsWith(SignalLoader.PackPrefix, StringComparison.Ordinal);

    private static byte[] Read(Assembly assembly, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(name)!;
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
