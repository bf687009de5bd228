using System.Text.Json;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Tests.Case;

public sealed class IdentifierTests
{
    public static TheoryData<string> CaseIds => ["7K3Q-F2M9-X4TD", "0000-0000-0000", "ZZZZ-ZZZZ-ZZZZ"];

    public static TheoryData<string> NotCaseIds =>
        ["", "7K3QF2M9X4TD", "7k3q-f2m9-x4td", "7K3Q-F2M9-X4T", "7K3Q-F2M9-X4TDD", "7K3Q-F2M9-X4TI", "7K3Q-F2M9-X4TL", "7K3Q-F2M9-X4TO",
            "7K3Q-F2M9-X4TU", "7K3Q_F2M9-X4TD", "7K3-QF2M9-X4TD", " 7K3Q-F2M9-X4TD", "7K3Q-F2M9-X4TD\n", "../Q-F2M9-X4TD", "7K3Q-F2M9-X4T\uff24"];

    public static TheoryData<string> ItemIds => ["a", "0", "statement", "disk-image-1", "a--", "request", "statement.findings", new('a', 40), $"{new('a', 40)}.{new('b', 40)}"];

    public static TheoryData<string> NotItemIds =>
        ["", "-a", "A", "a_b", "a/b", "a\\b", "..", ".", ".a", "a.", "a.b.c", "a.-b", "a b", "a\n", "\u00e9", new('a', 41), $"a.{new('b', 41)}"];

    public static TheoryData<string> PartnerIds => ["fr", "fr-pnf", "9a", new('a', 40)];

    public static TheoryData<string> NotPartnerIds => ["", "a", "-a", "Fr", "fr_pnf", "fr.pnf", "fr\n", "fr:pnf", new('a', 41)];

    public static TheoryData<string> OfficerIds => ["ab", "3f2b8c1e-0000-4000-8000-000000000001", new('a', 64)];

    public static TheoryData<string> NotOfficerIds => ["", "a", "-ab", "AB", "a@b", new('a', 65)];

    public static TheoryData<string> AttemptIds => [new('0', 32), "0123456789abcdef0123456789abcdef"];

    public static TheoryData<string> NotAttemptIds => ["", new('0', 31), new('0', 33), new('A', 32), new('g', 32), new string('0', 31) + "\n"];

    public static TheoryData<string> CommandIds => ["a", "seal:0f", "intake.open", "-", new('a', 128)];

    public static TheoryData<string> NotCommandIds => ["", "A", "a b", "a/b", "a\n", "a\"", new('a', 129)];

    public static TheoryData<string> StateCodes => ["FR", "AQ", "CW", "SS", "XK"];

    public static TheoryData<string> NotStateCodes => ["", "F", "fr", "Fr", "FRA", "UK", "EU", "AN", "SU", "ZZ", "XX", "AA", "QM", "F\u0280"];

    [Theory]
    [MemberData(nameof(CaseIds))]
    public void A_case_id_parses(string text) => Parses<CaseId>(text, CaseId.Parse);

    [Theory]
    [MemberData(nameof(NotCaseIds))]
    public void What_is_no_case_id_is_refused(string text) => Refuses<CaseId>(text, CaseId.Parse);

    [Theory]
    [MemberData(nameof(ItemIds))]
    public void An_item_id_parses(string text) => Parses<ItemId>(text, ItemId.Parse);

    [Theory]
    [MemberData(nameof(NotItemIds))]
    public void What_is_no_item_id_is_refused(string text) => Refuses<ItemId>(text, ItemId.Parse);

    [Theory]
    [MemberData(nameof(PartnerIds))]
    public void A_partner_id_parses(string text) => Parses<PartnerId>(text, PartnerId.Parse);

    [Theory]
    [MemberData(nameof(NotPartnerIds))]
    public void What_is_no_partner_id_is_refused(string text) => Refuses<PartnerId>(text, PartnerId.Parse);

    [Theory]
    [MemberData(nameof(OfficerIds))]
    public void An_officer_id_parses(string text) => Parses<OfficerId>(text, OfficerId.Parse);

    [Theory]
    [MemberData(nameof(NotOfficerIds))]
    public void What_is_no_officer_id_is_refused(string text) => Refuses<OfficerId>(text, OfficerId.Parse);

    [Theory]
    [MemberData(nameof(AttemptIds))]
    public void An_attempt_id_parses(string text) => Parses<AttemptId>(text, AttemptId.Parse);

    [Theory]
    [MemberData(nameof(NotAttemptIds))]
    public void What_is_no_attempt_id_is_refused(string text) => Refuses<AttemptId>(text, AttemptId.Parse);

    [Theory]
    [MemberData(nameof(CommandIds))]
    public void A_command_id_parses(string text) => Parses<CommandId>(text, CommandId.Parse);

    [Theory]
    [MemberData(nameof(NotCommandIds))]
    public void What_is_no_command_id_is_refused(string text) => Refuses<CommandId>(text, CommandId.Parse);

    [Theory]
    [MemberData(nameof(StateCodes))]
    public void A_state_code_parses(string text) => Parses<StateCode>(text, StateCode.Parse);

    [Theory]
    [MemberData(nameof(NotStateCodes))]
    public void What_is_no_state_code_is_refused(string text) => Refuses<StateCode>(text, StateCode.Parse);

    [Fact]
    public void There_are_249_assigned_state_codes_and_one_more() => Assert.Equal(250, StateCode.All.Distinct().Count());

    [Theory]
    [InlineData("request", true)]
    [InlineData("statement.findings", true)]
    [InlineData("requests", false)]
    [InlineData("statement", false)]
    public void An_item_id_tells_ours_from_the_partners(string text, bool ours)
    {
        Assert.Equal(ours, ItemId.Parse(text).IsOurs);
        Assert.Equal(!ours, ItemId.TryParseDeclared(text, out var declared));
        Assert.Equal(ours ? default : ItemId.Parse(text), declared);
    }

    [Fact]
    public void Attempt_ids_are_not_repeated() =>
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => AttemptId.New()).Distinct().Count());

    private static void Parses<T>(string text, Func<string, T> parse)
        where T : struct, IIdentifier<T>
    {
        Assert.True(T.TryParse(text, out var value));
        Assert.Equal(text, value.ToString());
        Assert.Equal(value, parse(text));
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(value));
        Assert.Equal(value, JsonSerializer.Deserialize<T>($"\"{text}\""));
        var keyed = new Dictionary<T, int> { [value] = 1 };
        Assert.Equal(keyed, JsonSerializer.Deserialize<Dictionary<T, int>>(JsonSerializer.Serialize(keyed)));
    }

    private static void Refuses<T>(string text, Func<string, T> parse)
        where T : struct, IIdentifier<T>
    {
        Assert.False(T.TryParse(text, out var value));
        Assert.Equal(default, value);
        Assert.Throws<InvalidOperationException>(() => value.ToString());
        Assert.False(T.TryParse(null, out _));
        var refusals = new Exception[]
        {
            Assert.Throws<FormatException>(() => parse(text)),
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(text))),
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>("12")),
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>("null")),
        };
        if (text.Length > 4)
            Assert.DoesNotContain(refusals, refusal => refusal.Message.Contains(text, StringComparison.Ordinal));
    }
}
