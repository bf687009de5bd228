using System.Text;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.TestKit;

namespace Rogatory.Core.Tests.Policy;

public sealed class PolicySetTests
{
    private const string Warn =
        """{"id":"X-1","citation":"X art. 1","effect":"warn","field":"/facts","verified":false,"message":"Say it."}""";

    private const string Retain =
        """{"id":"H-1","citation":"House rule","effect":"retain","clock":{"id":"home.retain","trigger":"receipt","days":10,"metBy":[]},"verified":false,"message":"Keep it."}""";

    /// <summary>What replaces the warn rule of a pack that is right otherwise, and a part of why that is refused.</summary>
    public static TheoryData<string, string> WrongRules => new()
    {
        { Warn.Replace("\"effect\":\"warn\"", "\"effect\":\"missing\"", StringComparison.Ordinal), "not verified" },
        { Warn.Replace("X art. 1", " ", StringComparison.Ordinal), "lacks a citation" },
        { Warn.Replace("\"citation\":\"X art. 1\",", "", StringComparison.Ordinal), "not JSON of a pack's shape" },
        { Warn.Replace("\"X art. 1\"", "null", StringComparison.Ordinal), "not JSON of a pack's shape" },
        { Warn.Replace("Say it.", "", StringComparison.Ordinal), "lacks a message" },
        { Warn.Replace("X-1", "x 1", StringComparison.Ordinal), "no id" },
        { Warn.Replace("/facts", "/fact", StringComparison.Ordinal), "unknown field" },
        { Warn.Replace("\"field\":\"/facts\",", "", StringComparison.Ordinal), "members that its effect needs" },
        { Warn.Replace("\"warn\"", "\"frown\"", StringComparison.Ordinal), "not JSON of a pack's shape" },
        { Warn.Replace("\"verified\":false,", "", StringComparison.Ordinal), "not JSON of a pack's shape" },
        { Warn.Replace("}", ",\"extra\":1}", StringComparison.Ordinal), "not JSON of a pack's shape" },
        { Warn.Replace("}", ",\"message\":\"Twice.\"}", StringComparison.Ordinal), "not JSON of a pack's shape" },
        { Warn.Replace("}", ",\"when\":[\"full-moon\"]}", StringComparison.Ordinal), "unknown condition" },
        { Warn.Replace("}", ",\"inForce\":{\"from\":\"2020-02-01\",\"to\":\"2020-01-01\",\"citation\":\"X art. 9\"}}", StringComparison.Ordinal), "time in force" },
        { Warn.Replace("}", ",\"inForce\":{\"from\":\"2020-02-01\",\"citation\":\"\"}}", StringComparison.Ordinal), "time in force" },
        { Warn.Replace("}", ",\"clock\":{\"id\":\"x.y\",\"trigger\":\"receipt\",\"days\":1,\"metBy\":[]}}", StringComparison.Ordinal), "members that its effect needs" },
        { Clock("\"days\":1,\"hours\":1"), "members that its effect needs" },
        { Clock("\"days\":0"), "members that its effect needs" },
        { Clock("\"days\":99999999"), "members that its effect needs" },
        { Clock("\"hours\":-1"), "members that its effect needs" },
        { Clock("\"days\":null"), "members that its effect needs" },
        { Clock("\"days\":1").Replace("x.y", "X Y", StringComparison.Ordinal), "members that its effect needs" },
        { Clock("\"days\":1").Replace("[]", "[\"Accepted!\"]", StringComparison.Ordinal), "members that its effect needs" },
        { Clock("\"days\":1").Replace("receipt", "whim", StringComparison.Ordinal), "not JSON of a pack's shape" },
        { Clock("\"days\":1").Replace("\"clock\",", "\"minimum\",\"field\":\"/facts\",", StringComparison.Ordinal), "members that its effect needs" },
        { Retain.Replace("H-1", "X-1", StringComparison.Ordinal), "members that its effect needs" },
    };

    public static TheoryData<string, string> WrongPacks => new()
    {
        { "", "not JSON" },
        { "null", "it is null" },
        { "[]", "not JSON" },
        { Pack(Warn) + "x", "not JSON" },
        { Pack(""), "no rule" },
        { Pack(Warn).Replace("\"X1\"", "\"x 1\"", StringComparison.Ordinal), "instrument is no id" },
        { Pack(Warn).Replace("\"title\":\"X\"", "\"title\":\"\"", StringComparison.Ordinal), "title" },
        { Pack(Warn).Replace("\"title\"", "\"name\"", StringComparison.Ordinal), "not JSON" },
        { Pack(Warn).Replace("2026-01-02", "yesterday", StringComparison.Ordinal), "not JSON" },
        { Pack(Warn).Replace("\"citation\":\"X art. 2\"", "\"citation\":\"\"", StringComparison.Ordinal), "time in force" },
        { Pack($"{Warn},{Warn}"), "X-1 is used twice" },
        { Pack(Warn).Replace("\"X1\"", "null", StringComparison.Ordinal), "no instrument" },
    };

    [Fact]
    public void The_shipped_packs_know_the_five_instruments()
    {
        PolicySet policy = PolicySet.Load();
        Assert.Equal(["EIO", "ETS185", "ETS30", "UNCAC", "UNTOC"], policy.Instruments.Order(StringComparer.Ordinal));
        Assert.Equal("2026-11-29", policy.Version);
        Assert.Matches("^[0-9a-f]{64}$", policy.Digest);
    }

    [Fact]
    public void The_version_is_the_newest_packs_and_the_digest_changes_with_any_byte()
    {
        PolicySet policy = From(Pack(Warn));
        Assert.Equal("2026-01-03", policy.Version);
        Assert.Equal(policy.Digest, From(Pack(Warn)).Digest);
        Assert.NotEqual(policy.Digest, From(Pack(Warn) + "\n").Digest);
        Assert.Equal(new DateTimeOffset(2026, 3, 11, 1, 2, 3, TimeSpan.Zero), policy.RetainUntil(new DateTimeOffset(2026, 3, 1, 1, 2, 3, TimeSpan.Zero)));
    }

    [Theory]
    [MemberData(nameof(WrongRules))]
    public void A_pack_with_a_rule_that_is_not_right_is_refused(string rule, string why) => IsRefused(Pack(rule), why);

    [Theory]
    [MemberData(nameof(WrongPacks))]
    public void A_pack_that_is_not_right_is_refused(string pack, string why) => IsRefused(pack, why);

    [Fact]
    public void A_clock_without_a_limit_of_its_own_takes_the_requests_date_and_no_other_field()
    {
        string clock = Clock("\"days\":null");
        From(Pack(clock.Replace("\"clock\",", "\"clock\",\"field\":\"/respondBy\",", StringComparison.Ordinal)));
        IsRefused(Pack(clock.Replace("\"clock\",", "\"clock\",\"field\":\"/facts\",", StringComparison.Ordinal)), "members that its effect needs");
    }

    [Fact]
    public void Two_packs_for_one_instrument_or_two_retention_rules_or_none_are_refused()
    {
        byte[] pack = Bytes(Pack(Warn));
        byte[] other = Bytes(Pack(Warn.Replace("X-1", "X-2", StringComparison.Ordinal)));
        byte[] home = Bytes(Home(Retain));
        Assert.Contains("two packs", Assert.Throws<PolicyException>(() => PolicySet.From(new Dictionary<string, byte[]> { ["a"] = pack, ["b"] = other, ["h"] = home })).Message, StringComparison.Ordinal);
        Assert.Contains("exactly one retention", Assert.Throws<PolicyException>(() => PolicySet.From(new Dictionary<string, byte[]> { ["a"] = pack })).Message, StringComparison.Ordinal);
        byte[] twice = Bytes(Home($"{Retain},{Retain.Replace("H-1", "H-2", StringComparison.Ordinal)}"));
        Assert.Contains("exactly one retention", Assert.Throws<PolicyException>(() => PolicySet.From(new Dictionary<string, byte[]> { ["a"] = pack, ["h"] = twice })).Message, StringComparison.Ordinal);
        Assert.Throws<PolicyException>(() => PolicySet.From(new Dictionary<string, byte[]> { ["h"] = home }));
    }

    [Theory]
    [InlineData("2019-12-31", "X1-IN-FORCE")]
    [InlineData("2020-01-01", "X-1")]
    [InlineData("2020-06-01", "X-1 X-2")]
    [InlineData("2020-06-30", "X-1 X-2")]
    [InlineData("2020-07-01", "X-1")]
    public void Rules_speak_while_they_are_in_force_and_law_that_is_not_makes_a_request_incomplete(string receivedOn, string rules)
    {
        PolicySet policy = From(Pack($"{Warn},{Warn.Replace("X-1", "X-2", StringComparison.Ordinal).Replace("}", ",\"inForce\":{\"from\":\"2020-06-01\",\"to\":\"2020-06-30\",\"citation\":\"X art. 9\"}}", StringComparison.Ordinal)}"));
        RequestDocument request = RequestDocument.Parse("""{"reference":"A","legalBasis":{"instrument":"X1"},"items":[]}"""u8.ToArray(), policy);
        IReadOnlyList<Finding> findings = Completeness.Check(request, policy, DateOnly.Parse(receivedOn, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(rules, string.Join(' ', findings.Select(finding => finding.Rule)));
        Assert.Equal(rules.EndsWith("FORCE", StringComparison.Ordinal), findings.Any(finding => finding.IsMissing));
    }

    [Fact]
    public void Completeness_is_not_judged_by_a_policy_without_rules_for_the_instrument() =>
        Assert.Throws<ArgumentException>(() => Completeness.Check(
            RequestDocument.Parse(SampleRequests.Read("uncac-incomplete")), From(Pack(Warn)), new DateOnly(2026, 1, 1)));

    private static void IsRefused(string pack, string why)
    {
        PolicyException refused = Assert.Throws<PolicyException>(() => From(pack));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    private static PolicySet From(string pack) =>
        PolicySet.From(new Dictionary<string, byte[]> { ["x.json"] = Bytes(pack), ["home.json"] = Bytes(Home(Retain)) });

    private static string Pack(string rules) =>
        $$"""{"instrument":"X1","title":"X","version":"2026-01-02","source":"Here","inForce":{"from":"2020-01-01","citation":"X art. 2"},"rules":[{{rules}}]}""";

    private static string Home(string rules) =>
        $$"""{"instrument":null,"title":"H","version":"2026-01-03","source":"Here","inForce":{"from":"2000-01-01","citation":"House rule"},"rules":[{{rules}}]}""";

    private static string Clock(string limit) =>
        $$"""{"id":"X-1","citation":"X art. 1","effect":"clock","clock":{"id":"x.y","trigger":"receipt",{{limit}},"metBy":[]},"verified":true,"message":"In time."}""";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
