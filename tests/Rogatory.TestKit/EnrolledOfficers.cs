using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Ledger;

namespace Rogatory.TestKit;

/// <summary>Enters officers in the register as two admins would, in one append: with roles, clearance, every course, the undertaking, and the cases they are assigned to.</summary>
public sealed partial class EnrolledOfficers(ILedgerStore ledgers, TimeProvider time)
{
    public const string FirstAdmin = "first-admin";
    public const string SecondAdmin = "second-admin";

    private const int YearsValid = 5;
    private static readonly AccessPolicy Policy = PolicySet.Load().Access!;
    private static readonly SemaphoreSlim One = new(1);
    private readonly ConcurrentDictionary<string, bool> _done = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _leftOut = new(StringComparer.Ordinal);

    /// <summary>Who founded the register.</summary>
    public static FoundingAdmins Founders { get; } = FoundingAdmins.Parse($"{FirstAdmin},{SecondAdmin}");

    /// <summary>Enters an officer with these roles, or with all where none is named. Once is enough.</summary>
    public async Task EnrolAsync(string officer, params OfficerRole[] roles)
    {
        if (_done.ContainsKey(officer) || _leftOut.ContainsKey(officer))
            return;
        OfficerId id = OfficerId.Parse(officer);
        (string one, string other) = officer is FirstAdmin or SecondAdmin ? ("third-admin", "fourth-admin") : (FirstAdmin, SecondAdmin);
        CommandId command = CommandId.Derive("enrol", AttemptId.New().ToString());
        (DateTimeOffset now, DateTimeOffset until) = (time.GetUtcNow(), time.GetUtcNow().AddYears(YearsValid));
        DateOnly day = DateOnly.FromDateTime(now.UtcDateTime);
        string digest = Policy.Undertaking.Digest;
        await AppendAsync(register =>
        [
            (one, new OfficerProposed { Command = command, Officer = id, Proposal = register.Proposals + 1, Roles = roles.Length > 0 ? roles : Enum.GetValues<OfficerRole>(), Unit = "desk", Clearance = "H3" }),
            (other, new OfficerApproved { Command = command, Officer = id, Proposal = register.Proposals + 1 }),
            .. Policy.Courses.Values.Select(course => (one, (LedgerEvent)new TrainingRecorded
            {
                Command = command, Officer = id, Course = course.Id, Version = course.Versions[^1], PassedOn = day, ValidUntil = until, Evidence = EvidenceKind.Certificate, Reference = "made-up", Digest = null,
            })),
            (one, new UndertakingSigned { Command = command, Officer = id, Version = Policy.Undertaking.Version, Digest = digest, SignedOn = day, ValidUntil = until }),
        ]);
        _done.TryAdd(officer, true);
    }

    /// <summary>Enters an officer as above, and assigns the officer to a case. Once is enough, until the assignment lapses.</summary>
    public async Task AssignAsync(string officer, CaseId @case)
    {
        await EnrolAsync(officer);
        await AssignOnlyAsync(officer, @case);
    }

    /// <summary>Assigns an officer who is in the register already.</summary>
    public async Task AssignOnlyAsync(string officer, CaseId @case)
    {
        if (_done.ContainsKey($"{officer} {@case}") || _leftOut.ContainsKey(officer))
            return;
        CommandId command = CommandId.Derive("assign", AttemptId.New().ToString());
        await AppendAsync(_ => [("someone-else", new OfficerAssigned { Command = command, Officer = OfficerId.Parse(officer), Case = @case })]);
        _done.TryAdd($"{officer} {@case}", true);
    }

    /// <summary>Enters whoever the token names, and assigns them to the case that the call names, if it names one.</summary>
    public async Task ForCallAsync(string token, string call)
    {
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]));
        string officer = claims.RootElement.GetProperty("sub").GetString()!;
        await (CaseIn().Match(call) is { Success: true } match && CaseId.TryParse(match.Value, out CaseId @case) ? AssignAsync(officer, @case) : EnrolAsync(officer));
    }

    /// <summary>Leaves an officer to the test: nothing is entered of them from here on.</summary>
    public void LeaveOut(string officer) => _leftOut.TryAdd(officer, true);

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", RegexOptions.None, 1000)]
    private static partial Regex CaseIn();

    private async Task AppendAsync(Func<OfficerRegisterState, IReadOnlyList<(string Officer, LedgerEvent Event)>> make)
    {
        await One.WaitAsync();
        try
        {
            for (bool isDone = false; !isDone;)
            {
                (IReadOnlyList<LedgerLine> lines, LedgerTip tip) = LedgerReader.ReadAfter(
                    LedgerTip.Empty, OfficerRegister.LedgerName, await ledgers.ReadAsync(OfficerRegister.LedgerName, 0, CancellationToken.None));
                OfficerRegisterState register = lines.Aggregate(
                    OfficerRegisterState.Empty, (state, line) => state.Apply(OfficerRegister.Codec.Decode(line), line.Seq, line.At, line.Actor));
                LedgerEntry[] entries = [.. make(register).Select(one => EventCodec.Encode($"officer:{one.Officer}", one.Event))];
                isDone = await ledgers.TryAppendAsync(
                    OfficerRegister.LedgerName, tip.Length, tip.Append(OfficerRegister.LedgerName, time.GetUtcNow(), entries).Bytes, CancellationToken.None);
            }
        }
        finally
        {
            One.Release();
        }
    }
}
