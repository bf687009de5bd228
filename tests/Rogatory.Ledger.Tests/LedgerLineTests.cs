using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Ledger.Tests;

public sealed class LedgerLineTests
{
    private static readonly LedgerLine Line = Some.Ledger([Some.Opening()], [Some.Sealing()]).Lines[1];

    private static readonly string Text = Encoding.UTF8.GetString(Line.ToBytes());

    [Fact]
    public void A_line_is_the_seven_members_in_order()
    {
        var hex = (char digit, int count) => new string(digit, count);

        Assert.Equal(
            $$"""{"actor":"partner:fr-pnf","at":"2026-11-22T09:01:00.123Z","case":"7K3Q-F2M9-X4TD","data":{"attempt":"{{hex('a', 32)}}","command":"seal","commitment":"{{hex('c', 64)}}","header":"28{{hex('b', 78)}}","item":"statement","sealedRoot":"{{hex('d', 64)}}","size":1306,"version":null},"event":"sealing.item-sealed","prev":"{{Line.Prev}}","seq":1}""",
            Text);
    }

    [Fact]
    public void A_parsed_line_is_the_line_that_was_written()
    {
        var parsed = LedgerLine.Parse(Line.ToBytes());

        Assert.Equal(Line with { Data = parsed.Data }, parsed);
        Assert.True(JsonNode.DeepEquals(Line.Data, parsed.Data));
        Assert.Equal("seal", parsed.Command);
        Assert.Equal(TimeSpan.Zero, parsed.At.Offset);
        Assert.Equal(Line.ToBytes(), parsed.ToBytes());
    }

    [Fact]
    public void A_line_written_in_another_time_zone_says_the_same_time()
    {
        var elsewhere = Line with { At = Line.At.ToOffset(TimeSpan.FromHours(5)) };

        Assert.Equal(Line.ToBytes(), elsewhere.ToBytes());
    }

    [Fact]
    public void A_digest_is_SHA_256_in_lower_case_hex() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", LedgerLine.DigestOf("abc"u8));

    [Theory]
    [InlineData("")]
    [InlineData("null ")]
    [InlineData("{")]
    [InlineData("{\"a\":1,\"a\":1}")]
    public void Bytes_that_are_not_canonical_JSON_are_refused_as_such(string text) => Refused(LedgerFault.NotCanonical, text);

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"line\"")]
    public void A_value_that_is_not_a_line_is_refused(string text) => Refused(LedgerFault.Malformed, text);

    [Theory]
    [InlineData("actor")]
    [InlineData("at")]
    [InlineData("case")]
    [InlineData("data")]
    [InlineData("event")]
    [InlineData("prev")]
    [InlineData("seq")]
    public void A_line_that_lacks_or_renames_a_member_or_has_another_type_in_it_is_refused(string member)
    {
        Refused(LedgerFault.Malformed, Changed(line => line.Remove(member)));
        Refused(LedgerFault.Malformed, Changed(line =>
        {
            line[member + "s"] = line[member]!.DeepClone();
            line.Remove(member);
        }));
        foreach (var other in new JsonNode?[] { null, true, 1.5, -1, new JsonArray(), new JsonObject(), "" })
        {
            // Each but an event's name is a matter of form.
            var text = other is JsonValue value && value.TryGetValue(out string? _);
            var fault = member == "event" && text ? LedgerFault.UnknownEvent : LedgerFault.Malformed;
            Refused(fault, Changed(line => line[member] = other?.DeepClone()));
        }
    }

    [Theory]
    [InlineData("aaa")]
    [InlineData("bbb")]
    [InlineData("zzz")]
    [InlineData("Seq")]
    public void A_line_with_a_member_too_many_is_refused(string member) =>
        Refused(LedgerFault.Malformed, Changed(line => line[member] = 1));

    [Theory]
    [InlineData("2026-11-22T09:00:00Z")]
    [InlineData("2026-11-22T09:00:00.12Z")]
    [InlineData("2026-11-22T09:00:00.1234Z")]
    [InlineData("2026-11-22T09:00:00.123")]
    [InlineData("2026-11-22T09:00:00.123z")]
    [InlineData("2026-11-22T09:00:00.123+00:00")]
    [InlineData("2026-11-22 09:00:00.123Z")]
    [InlineData(" 2026-11-22T09:00:00.123Z")]
    [InlineData("2026-11-22T09:00:00.123Z ")]
    [InlineData("2026-11-22T24:00:00.000Z")]
    [InlineData("2026-11-22T23:59:60.000Z")]
    [InlineData("2026-02-29T09:00:00.123Z")]
    [InlineData("2026-1-22T09:00:00.123Z")]
    [InlineData("12026-11-22T09:00:00.123Z")]
    [InlineData("٢٠٢٦-11-22T09:00:00.123Z")]
    public void A_time_in_any_other_form_is_refused(string time) => Refused(LedgerFault.Malformed, Changed(line => line["at"] = time));

    [Theory]
    [InlineData("7K3Q-F2M9-X4TD", true)]
    [InlineData("0000-0000-0000", true)]
    [InlineData("partners", true)]
    [InlineData("7k3q-f2m9-x4td", true)]
    [InlineData("", false)]
    [InlineData("7K3Q-F2M9", false)]
    [InlineData("7K3Q-F2M9-X4T", false)]
    [InlineData("7K3Q-F2M9-X4TDD", false)]
    [InlineData("7K3QF2M9-X4TD-", false)]
    [InlineData("7K3Q-F2M9-X4TI", false)]
    [InlineData("7K3Q-F2M9-X4TL", false)]
    [InlineData("7K3Q-F2M9-X4TO", false)]
    [InlineData("7K3Q-F2M9-X4TU", false)]
    [InlineData("7K3Q-F2M9-X4TD.1", false)]
    [InlineData("../partners", false)]
    [InlineData("-partners", false)]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd", true)]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde", false)]
    [InlineData("partners ", false)]
    public void A_case_is_a_case_id_or_a_ledgers_name(string @case, bool good) =>
        Judged(good, LedgerFault.Malformed, line => line["case"] = @case);

    [Theory]
    [InlineData("partner:fr-pnf", true)]
    [InlineData("officer:7c2f_A.b", true)]
    [InlineData("system:flow", true)]
    [InlineData("partner:", false)]
    [InlineData("partner", false)]
    [InlineData(":fr-pnf", false)]
    [InlineData("Partner:fr-pnf", false)]
    [InlineData("auditor:7c2f", false)]
    [InlineData("officer:jean.dupont@example.org", false)]
    [InlineData("officer:Jean Dupont", false)]
    [InlineData("officer:é", false)]
    [InlineData("officer:a:b", false)]
    public void An_actor_is_one_of_three_kinds_with_an_id(string actor, bool good) =>
        Judged(good, LedgerFault.Malformed, line => line["actor"] = actor);

    [Theory]
    [InlineData("intake.request-opened")]
    [InlineData("sealing.attempt-rejected")]
    [InlineData("classification.item-classified")]
    [InlineData("risk.case-assessed")]
    [InlineData("review.request-accepted")]
    [InlineData("transfer.grant-made")]
    [InlineData("disclosure.approved")]
    [InlineData("receipt.issued")]
    [InlineData("retention.envelope-destroyed")]
    [InlineData("access.partner-registered")]
    [InlineData("incidents.opened")]
    [InlineData("policy.pack-loaded")]
    public void Every_stage_and_what_stands_beside_them_has_events(string @event) =>
        Judged(good: true, default, line => line["event"] = @event);

    [Theory]
    [InlineData("approval.request-accepted")]
    [InlineData("Intake.request-opened")]
    [InlineData("intake")]
    [InlineData("intake.")]
    [InlineData(".opened")]
    [InlineData("intake.Opened")]
    [InlineData("intake.request_opened")]
    [InlineData("intake.request--opened")]
    [InlineData("intake.-opened")]
    [InlineData("intake.opened-")]
    [InlineData("intake.request.opened")]
    [InlineData("intake.opened2")]
    [InlineData(" intake.opened")]
    [InlineData("intake.opened-opened-opened-opened-opened-opened-opened-opened-opened-opened-open")]
    public void An_event_of_another_form_or_stage_is_refused(string @event) =>
        Refused(LedgerFault.UnknownEvent, Changed(line => line["event"] = @event));

    [Theory]
    [InlineData("c", true)]
    [InlineData("seal:7K3Q-F2M9-X4TD:12.a_b", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("é", false)]
    [InlineData("a/b", false)]
    public void A_command_is_letters_digits_and_what_joins_them(string command, bool good) =>
        Judged(good, LedgerFault.Malformed, line => line["data"]!["command"] = command);

    [Fact]
    public void A_command_has_at_most_128_characters()
    {
        Judged(good: true, default, line => line["data"]!["command"] = new string('c', 128));
        Refused(LedgerFault.Malformed, Changed(line => line["data"]!["command"] = new string('c', 129)));
        Refused(LedgerFault.Malformed, Changed(line => line["data"]!["command"] = 7));
        Refused(LedgerFault.Malformed, Changed(line => line["data"]!.AsObject().Remove("command")));
    }

    [Theory]
    [InlineData("AB")]
    [InlineData("0g")]
    [InlineData("0")]
    [InlineData("000")]
    public void A_prev_that_is_not_64_lower_case_hex_digits_is_refused(string end) =>
        Refused(LedgerFault.Malformed, Changed(line => line["prev"] = new string('0', 62) + end));

    [Theory]
    [InlineData("item", "Statement", "", "-a", ".a", "a.", "a..b", "a/b", "a.b.c", "aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde")]
    [InlineData("attempt", "", "aa", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "gggggggggggggggggggggggggggggggg")]
    [InlineData("header", "", "28", "28BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB", "27bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")]
    [InlineData("commitment", "", "cc")]
    [InlineData("sealedRoot", "", "dd")]
    public void A_sealed_items_text_that_has_not_its_form_is_refused(string member, params string[] others)
    {
        Refused(LedgerFault.Malformed, Changed(line => line["data"]!.AsObject().Remove(member)));
        Refused(LedgerFault.Malformed, Changed(line => line["data"]![member] = null));
        Refused(LedgerFault.Malformed, Changed(line => line["data"]![member] = 28));
        Assert.All(others, other => Refused(LedgerFault.Malformed, Changed(line => line["data"]![member] = other)));
    }

    [Fact]
    public void A_sealed_items_size_is_that_of_a_header_and_a_tag_at_least()
    {
        Judged(good: true, default, line => line["data"]!["size"] = 56);
        Judged(good: true, default, line => line["data"]!["size"] = 1L << 53);
        Refused(LedgerFault.Malformed, Changed(line => line["data"]!["size"] = 55));
        Refused(LedgerFault.Malformed, Changed(line => line["data"]!["size"] = 1306.5));
        Refused(LedgerFault.Malformed, Changed(line => line["data"]!["size"] = 1e21));
        Refused(LedgerFault.Malformed, Changed(line => line["data"]!["size"] = "1306"));
        Refused(LedgerFault.Malformed, Changed(line => line["data"]!.AsObject().Remove("size")));
    }

    [Fact]
    public void A_sealed_items_version_is_text_or_null_but_never_missing()
    {
        Judged(good: true, default, line => line["data"]!["version"] = "2026-11-22T09:00:00.1234567Z");
        Refused(LedgerFault.Malformed, Changed(line => line["data"]!["version"] = 1));
        Refused(LedgerFault.Malformed, Changed(line => line["data"]!.AsObject().Remove("version")));
    }

    [Fact]
    public void A_derived_items_id_carries_a_dot() => Judged(good: true, default, line => line["data"]!["item"] = "statement.findings");

    [Fact]
    public void A_line_of_1_MiB_is_read_and_one_byte_more_is_refused()
    {
        var room = LedgerLine.MaximumLength - Encoding.UTF8.GetByteCount(Changed(line => line["data"]!["filler"] = ""));

        Judged(good: true, default, line => line["data"]!["filler"] = new string('x', room));
        Refused(LedgerFault.TooLong, Changed(line => line["data"]!["filler"] = new string('x', room + 1)));
    }

    [Fact]
    public void Data_may_be_as_deep_as_canonical_JSON_is()
    {
        // The line itself is one level and its data another.
        var deep = new string('[', CanonicalJson.MaximumDepth - 2) + new string(']', CanonicalJson.MaximumDepth - 2);

        Judged(good: true, default, line => line["data"]!["deep"] = JsonNode.Parse(deep));
        Refused(LedgerFault.NotCanonical, Text.Replace("\"command\"", $"\"a\":[{deep}],\"command\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_refusal_quotes_nothing_of_the_line()
    {
        var secret = Assert.Throws<LedgerFormatException>(() => Parse(Changed(line => line["actor"] = "officer:Jean Dupont")));

        Assert.DoesNotContain("Dupont", secret.ToString(), StringComparison.Ordinal);
    }

    private static void Judged(bool good, LedgerFault fault, Action<JsonObject> change)
    {
        if (good)
            Parse(Changed(change));
        else
            Refused(fault, Changed(change));
    }

    private static void Refused(LedgerFault fault, string text) =>
        Assert.Equal(fault, Assert.Throws<LedgerFormatException>(() => Parse(text)).Fault);

    private static LedgerLine Parse(string text) => LedgerLine.Parse(Encoding.UTF8.GetBytes(text));

    private static string Changed(Action<JsonObject> change)
    {
        var line = JsonNode.Parse(Text)!.AsObject();
        change(line);
        return Encoding.UTF8.GetString(CanonicalJson.Serialize(line));
    }
}
