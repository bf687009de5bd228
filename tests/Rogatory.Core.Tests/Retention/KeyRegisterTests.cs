using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.TestKit;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.Retention;

public sealed class KeyRegisterTests
{
    private const string Admin = "officer:o-jansen";
    private readonly MovableTime _time = new();
    private readonly InMemoryLedgerStore _ledgers = new();

    private KeyRegister Register => new(_ledgers, _time);

    [Fact]
    public async Task What_a_rotation_retired_stays_retired_and_the_time_is_that_of_the_first()
    {
        KeyRegister register = Register;
        await register.BeginAsync(Admin, "kek/2", ["kek/1"], default);
        DateTimeOffset first = _time.Now;
        await register.FinishAsync(1, envelopes: 7, failed: 0, default);
        _time.Advance(TimeSpan.FromDays(1));
        await register.BeginAsync(Admin, "kek/3", ["kek/1", "kek/2"], default);

        KeyRegisterState state = await Register.GetAsync(default);
        Assert.Equal(["kek/1", "kek/2"], state.Newest!.Retired.Order(StringComparer.Ordinal));
        Assert.Equal((first, _time.Now), (state.RetiredAt("kek/1")!.Value, state.RetiredAt("kek/2")!.Value));
        Assert.Null(state.RetiredAt("kek/3"));
        Assert.Equal((2, "kek/3", Admin), (state.Newest.Number, state.Newest.Key, state.Newest.BegunBy));
    }

    [Fact]
    public async Task Nothing_is_said_twice_or_of_what_is_not_so()
    {
        KeyRegister register = Register;
        await register.FinishAsync(1, envelopes: 0, failed: 0, default);
        await register.DisableAsync("kek/1", default);
        await register.BeginAsync(Admin, "kek/2", ["kek/1"], default);
        Assert.Equal(1, (await register.BeginAsync(Admin, "kek/3", ["kek/1", "kek/2"], default)).Number);
        await register.DisableAsync("kek/2", default);
        for (int again = 0; again < 2; again++)
        {
            await register.FinishAsync(1, envelopes: 7, failed: 1, default);
            await register.DisableAsync("kek/1", default);
        }

        string ledger = System.Text.Encoding.UTF8.GetString(await _ledgers.ReadAsync(KeyRegister.LedgerName, 0, default));
        Assert.Equal(3, ledger.Count(one => one == '\n'));
        Assert.Equal(1, (await Register.GetAsync(default)).Newest!.Failed);
    }

    [Fact]
    public void A_ledger_that_says_what_can_not_be_is_refused()
    {
        KeyRegisterState begun = Apply(new KeyRegisterState(), Begun(1));
        Assert.Throws<CaseHistoryException>(() => Apply(new KeyRegisterState(), Begun(2)));
        Assert.Throws<CaseHistoryException>(() => Apply(begun, Begun(2)));
        Assert.Throws<CaseHistoryException>(() => Apply(new KeyRegisterState(), Finished(1)));
        Assert.Throws<CaseHistoryException>(() => Apply(Apply(begun, Finished(1)), Finished(1)));
        Assert.Throws<CaseHistoryException>(() => Apply(begun, new KeyVersionDisabled { Command = Some.Command(), Key = "kek/2" }));
        Assert.Equal(2, Apply(Apply(begun, Finished(1)), Begun(2)).Newest!.Number);
    }

    [Theory]
    [InlineData("kek/1", 0, true, false)]
    [InlineData("kek/2", 0, false, false)]
    [InlineData("unknown", 0, false, false)]
    [InlineData(null, 0, true, false)]
    [InlineData("kek/1", 3, true, false)] // what a run that was cut left, after the one that counts
    [InlineData("kek/2", -1, false, true)]
    [InlineData("kek/1", -1, false, true)]
    public void What_is_due_for_an_envelope_depends_on_its_number_and_its_key(string? key, int beyond, bool rotates, bool destroys)
    {
        ItemSealed one = Some.Sealed("statement");
        CaseState state = Some.State(one) with { Rotations = Some.State().Rotations.Add("statement", 4) };
        var found = new KeyEnvelopeFound(new SealedPath(Some.Case, one.Item, one.Attempt), 4 + beyond, Some.Time) { KeyId = key };
        KeyEnvelopeFound[] all = beyond == 0 ? [found] : [found, found with { Rotation = 4, KeyId = "kek/2" }];
        KeyRotation rotation = Apply(new KeyRegisterState(), Begun(1)).Newest!;

        Decision decision = new CaseDecider(TimeSpan.FromMinutes(15)).Decide(state, all, rotation, risk: null, Some.Time);
        Assert.Equal(rotates, decision.Due.OfType<DueCommand.RotateKeys>().Any());
        Assert.Equal(destroys, decision.Due.OfType<DueCommand.DestroyEnvelope>().Any());
        Assert.False(new CaseDecider(TimeSpan.FromMinutes(15)).Decide(state, all, rotation: null, risk: null, Some.Time).Due.OfType<DueCommand.RotateKeys>().Any());

        CaseState failed = state with { RotationFailures = state.RotationFailures.Add("statement", 1) };
        Assert.False(rotation.IsDue(failed, found, isCountingThere: true));
        Assert.Equal(rotates, (rotation with { Number = 2 }).IsDue(failed, found, isCountingThere: true));
    }

    [Fact]
    public void An_envelope_can_not_begin_to_count_before_the_one_that_does()
    {
        CaseState state = Some.State(Some.Sealed("statement"));
        state = Rotate(state, "statement", 2);
        Assert.Equal(2, state.RotationOf(ItemId.Parse("statement")));
        Assert.Throws<CaseHistoryException>(() => Rotate(state, "statement", 2));
        Assert.Throws<CaseHistoryException>(() => Rotate(state, "statement", 1));
        Assert.Throws<CaseHistoryException>(() => Rotate(state, "letter", 1));
    }

    [Fact]
    public void Nothing_begins_to_count_for_an_item_whose_erasure_has_begun()
    {
        ItemId item = ItemId.Parse("statement");
        CaseState state = Some.State(Some.Sealed("statement"));
        state = state.Apply(SomeRetention.Proposed(item), 1, Some.Time, "officer:o-jansen").Apply(SomeRetention.Approved(item), 2, Some.Time, "officer:o-devries");
        Assert.Equal(1, Rotate(state, "statement", 1).RotationOf(item));
        Assert.Throws<CaseHistoryException>(() => Rotate(state.Apply(SomeRetention.Begun(item), 3, Some.Time, "system:flow"), "statement", 1));
    }

    private static CaseState Rotate(CaseState state, string item, int rotation) =>
        state.Apply(new KeysRotated { Command = Some.Command(), Key = "kek/2", Items = [new RotatedItem(ItemId.Parse(item), rotation)] }, 9, Some.Time, "system:flow");

    private KeyRegisterState Apply(KeyRegisterState state, LedgerEvent happened) => state.Apply(happened, 0, _time.Now, Admin);

    private static RotationBegun Begun(int number) => new() { Command = Some.Command(), Rotation = number, Key = "kek/2", Retired = ["kek/1"] };

    private static RotationFinished Finished(int number) => new() { Command = Some.Command(), Rotation = number, Envelopes = 1, Failed = 0 };
}
