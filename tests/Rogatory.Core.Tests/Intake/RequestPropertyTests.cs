using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.TestKit;

namespace Rogatory.Core.Tests.Intake;

/// <summary>Whatever a stranger sends is a request or a refusal, and what is a request can be worked with.</summary>
public sealed class RequestPropertyTests
{
    private static readonly PolicySet Policy = PolicySet.Load();
    private static readonly DateTimeOffset At = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Members =
    [
        "reference", "authority", "proceeding", "legalBasis", "purpose", "offences", "facts", "assistance", "persons", "urgency", "respondBy",
        "confidential", "handling", "dataCategories", "items", "name", "role", "contact", "subject", "nature", "conductedBy", "instrument", "article",
        "description", "law", "maxPenaltyYears", "political", "fiscal", "kind", "procedure", "nationality", "born", "minor", "address", "id", "type",
        "size", "sha256", "extra", "", "a/b~c", "\u202e",
    ];

    /// <summary>Pieces of JSON, valid and not, that are put where they do not belong.</summary>
    private static readonly string[] Pieces =
    [
        "\"UNCAC\"", "\"EIO\"", "\"\"", "\" \"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\uffff\"", "\"e\\u0301\"", "\"\\u202e\"", "\"../x\"",
        "\"request\"", "\"FR\"", "\"1980-02-29\"", "\"9999-12-31\"", "\"0000-00-00\"", "\"preservation\"", "\"46(3)\"", "null", "true", "false", "0", "-0",
        "-1", "1e999", "1.5", "99999999999999999999", "{}", "[]", "[[]]", "[{}]", "{\"name\":1}", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"",
        ",", ":", "\"", "\\", "\\u", "{", "}", "[", "]", "\0", "\u00ff", "//", "tru", "\"\\x\"",
    ];

    private static readonly string[] Samples = [.. SampleRequests.Names.Select(name => Encoding.UTF8.GetString(SampleRequests.Read(name)))];

    private static readonly Gen<string> AnyText = Gen.Elements(
        "a", "Z", "0", "9", "-", ".", "..", "/", "\\", " ", "\n", "\t", "\r", "\0", "\u0085", "e\u0301", "\u05d0", "\u202e", "\u2028", "\ufeff", "\U0001f600",
        "\ufdd0", "\"", "~", "2027", "CON").ArrayOf().Select(string.Concat);

    [Fact]
    public void Any_bytes_are_read_or_refused() =>
        Check(2_000, ArbMap.Default.GeneratorFor<byte[]>());

    [Fact]
    public void Any_JSON_is_read_or_refused() =>
        Check(4_000, Gen.Sized(size => Value(Math.Min(size, 4))).Select(Encoding.UTF8.GetBytes));

    [Fact]
    public void Any_object_of_the_formats_members_is_read_or_refused() =>
        Check(4_000, Gen.Sized(size => Object(Math.Min(size, 4))).Select(Encoding.UTF8.GetBytes));

    [Fact]
    public void A_request_with_pieces_put_in_or_cut_out_is_read_or_refused() =>
        Check(6_000, from sample in Gen.Elements(Samples)
                     from cuts in Gen.Choose(0, 3)
                     from edits in Edit().ArrayOf(cuts + 1)
                     select Encoding.UTF8.GetBytes(edits.Aggregate(sample, (text, edit) => edit(text))));

    [Fact]
    public void A_request_with_bytes_changed_is_read_or_refused() =>
        Check(4_000, from sample in Gen.Elements(Samples)
                     from changes in Gen.Choose(1, 4)
                     from places in Gen.Choose(0, int.MaxValue).ArrayOf(changes)
                     from values in Gen.Choose(0, 255).ArrayOf(changes)
                     select Changed(Encoding.UTF8.GetBytes(sample), places, values));

    [Fact]
    public void A_request_with_one_value_replaced_is_read_or_refused() =>
        Check(4_000, from sample in Gen.Elements(Samples)
                     from place in Gen.Choose(0, int.MaxValue)
                     from piece in Gen.OneOf(Gen.Elements(Pieces), AnyText.Select(text => JsonSerializer.Serialize(text)))
                     select Encoding.UTF8.GetBytes(WithValue(sample, place, piece)));

    private static void Check(int times, Gen<byte[]> documents) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(documents.ToArbitrary(), IsReadOrRefused));

    private static void IsReadOrRefused(byte[] utf8)
    {
        if (!RequestDocument.TryParse(utf8, Policy, out RequestDocument? request, out IReadOnlyList<RequestFault> faults))
        {
            Assert.Null(request);
            Assert.InRange(faults.Count, 1, RequestLimits.MostFaults);
            Assert.All(faults, fault => Assert.Matches("^(/[A-Za-z0-9]{1,40})*$", fault.Pointer));
            Assert.All(faults, fault => Assert.Matches("^[a-z-]+$", fault.Slug));
            Assert.All(faults, fault => Assert.DoesNotContain(fault.Message, char.IsControl));
            Assert.Throws<RefusedException>(() => RequestDocument.Parse(utf8, Policy));
            return;
        }

        Assert.Empty(faults);
        Assert.True(CaseId.TryParse(CaseId.Of(PartnerId.Parse("fr-pnf"), request.Reference).ToString(), out _));
        Assert.Contains(request.Summary.Instrument, Policy.Instruments.AsEnumerable());
        Assert.Equal(request.Items.Count, request.Summary.Items.Distinct().Count());
        Assert.DoesNotContain(request.Summary.Items, item => item.IsOurs);
        Assert.All(Completeness.Check(request, Policy, DateOnly.FromDateTime(At.UtcDateTime)), finding => Assert.StartsWith("/", finding.Field, StringComparison.Ordinal));
        Assert.All(Clocks.For(request, Policy, At).Concat(Clocks.AfterDecision(request, Policy, At)), deadline => Assert.NotEmpty(deadline.Citation));
        Clocks.PreserveUntil(request, Policy, At);
    }

    private static Gen<Func<string, string>> Edit() =>
        from place in Gen.Choose(0, int.MaxValue)
        from length in Gen.Choose(0, 60)
        from piece in Gen.Elements(Pieces)
        select new Func<string, string>(text =>
        {
            int at = place % (text.Length + 1);
            return text.Remove(at, Math.Min(length, text.Length - at)).Insert(at, piece);
        });

    private static byte[] Changed(byte[] bytes, int[] places, int[] values)
    {
        for (int n = 0; n < places.Length; n++)
            bytes[places[n] % bytes.Length] = (byte)values[n];
        return bytes;
    }

    /// <summary>The text with the value of one of its members replaced.</summary>
    private static string WithValue(string text, int place, string piece)
    {
        int[] colons = [.. Enumerable.Range(0, text.Length - 1).Where(at => text[at] == ':' && text[at - 1] == '"')];
        int start = colons[place % colons.Length] + 1;
        int end = text.IndexOfAny([',', '\n', '}'], start);
        return string.Concat(text.AsSpan(0, start), piece, text.AsSpan(end));
    }

    private static Gen<string> Value(int depth)
    {
        Gen<string> scalar = Gen.OneOf(Gen.Elements(Pieces[..36]), AnyText.Select(text => JsonSerializer.Serialize(text)));
        return depth <= 0 ? scalar : Gen.OneOf(
            scalar,
            Value(depth - 1).ArrayOf(3).Select(values => $"[{string.Join(',', values)}]"),
            Object(depth - 1));
    }

    private static Gen<string> Object(int depth) =>
        from count in Gen.Choose(0, 6)
        from names in Gen.Elements(Members).ArrayOf(count)
        from values in Value(depth - 1).ArrayOf(count)
        select $"{{{string.Join(',', names.Zip(values, (name, value) => $"{JsonSerializer.Serialize(name)}:{value}"))}}}";
}
