using System.Security.Cryptography;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Incidents;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;
using Rogatory.Ledger;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Bench;

/// <summary>Cases of small sealed items in some storage, and the rotation over them as the local host's worker does it: case by case.</summary>
internal sealed class RotationScene
{
    private static readonly PartnerId Partner = PartnerId.Parse("fr-bench");
    private static readonly OfficerId Admin = OfficerId.Parse("bench-admin");

    private readonly List<CaseId> _cases = [];
    private readonly IKeyEnvelopeStore _keys;
    private readonly CaseJournal _journal;
    private readonly BeginRotation _begin;
    private readonly AdvanceRotation _advance;
    private readonly RotateKeys _rotate;

    public RotationScene(IKeyEnvelopeStore keys, IEnvelopeEraser eraser, ILedgerStore ledgers, IProjectionStore projections, IKeyVersions versions, Func<CurrentKeys, CountedKeyWrap> wrap)
    {
        TimeProvider time = TimeProvider.System;
        ICaseQueue queue = new InMemoryCaseQueue();
        var current = new CurrentKeys(versions, time);
        var register = new KeyRegister(ledgers, time);
        KeyWrap = wrap(current);
        _keys = keys;
        _journal = new CaseJournal(ledgers, projections, queue, Space.Real, time);
        _begin = new BeginRotation(register, versions, current);
        _advance = new AdvanceRotation(register, versions, current, keys, _journal, queue, time);
        _rotate = new RotateKeys(_journal, register, current, new RewrapEnvelope(keys, KeyWrap), keys, eraser, new OpenIncident(new IncidentRegister(ledgers, time), new IncidentJournal(ledgers, time), PolicySet.Load(), queue, time));
    }

    public CountedKeyWrap KeyWrap { get; }

    public async Task AddAsync(int cases, int items)
    {
        for (int number = 0; number < cases; number++)
        {
            CaseId @case = CaseId.Of(Partner, $"BENCH-{number}");
            _cases.Add(@case);
            CommandId command = CommandId.Derive("open", $"{@case}");
            List<LedgerEvent> events = [Opened(command)];
            for (int item = 0; item < items; item++)
                events.Add(await SealAsync(command, @case, ItemId.Parse($"{CaseState.RequestItem}.bench-{item}")));
            await _journal.AppendAsync(@case, $"partner:{Partner}", command, _ => events, CancellationToken.None);
        }
    }

    /// <summary>One rotation over all cases; gives the seconds from its beginning until nothing is left, and how many envelopes it made.</summary>
    public async Task<(double Seconds, int Envelopes)> RotateAsync()
    {
        KeyRotation rotation = await _begin.RunAsync(Admin, CancellationToken.None);
        double seconds = await Measure.SecondsAsync(async () =>
        {
            foreach (CaseId @case in _cases)
                await _rotate.RunAsync(@case, CancellationToken.None);
        });
        EnvelopeCensus census = await EnvelopeCensus.TakeAsync(_keys, rotation.Retired, CancellationToken.None);
        if (census.Retired.Count > 0)
            throw new InvalidOperationException("Key envelopes are left under a retired version.");
        await _advance.RunAsync(CancellationToken.None);
        return (seconds, census.ByKey[rotation.Key]);
    }

    private static RequestOpened Opened(CommandId command) => new()
    {
        Command = command,
        Partner = Partner,
        Instrument = "UNCAC",
        Urgency = "routine",
        Handling = "H1",
        DataCategories = [],
        Items = [],
        Missing = [],
        Deadlines = [],
        Policy = "bench",
        RetainUntil = DateTimeOffset.UtcNow.AddYears(1),
    };

    private async Task<ItemSealed> SealAsync(CommandId command, CaseId @case, ItemId item)
    {
        var path = new SealedPath(@case, item, AttemptId.New());
        using var sealer = new ItemSealer(@case.ToString(), item.ToString());
        SealedContent content = await sealer.SealAsync(ReadOnlyMemory<byte>.Empty, Stream.Null, CancellationToken.None);
        var description = new ItemDescription("bench.bin", "application/octet-stream", 0, SHA256.HashData([]));
        await _keys.TryCreateAsync(path, 0, await sealer.WrapKeyAsync(description, KeyWrap, CancellationToken.None), CancellationToken.None);
        return new ItemSealed
        {
            Command = command,
            Item = item,
            Attempt = path.Attempt,
            Size = content.Size,
            Version = null,
            Header = Convert.ToHexStringLower(sealer.Header.Span),
            Commitment = Convert.ToHexStringLower(sealer.Commitment),
            SealedRoot = Convert.ToHexStringLower(content.SealedRoot),
        };
    }
}
