using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Signatures;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Core.Sealing;

namespace Rogatory.Api.Sealing;

/// <summary>
/// What an officer says of an item in the header of the call that adds it. Names are sensitive, so they stand in no path or query, which
/// are logged on the way.
/// </summary>
internal sealed record ItemDeclaration(string Name, string Type, ContentDigest Digest, IReadOnlyList<string> DataCategories, ItemOrigin Origin)
{
    public const string CategoriesField = "Rogatory-Data-Categories";
    public const string OriginField = "Rogatory-Origin";
    public const string StateField = "Rogatory-Origin-State";
    public const string InstrumentField = "Rogatory-Origin-Instrument";
    private const string NoCategory = "none";

    /// <exception cref="RefusedException"><c>item-malformed</c>: a field is missing, there twice, or not of its form.</exception>
    public static ItemDeclaration Read(IHeaderDictionary headers) => new(
        NameOf(One(headers, HeaderNames.ContentDisposition)),
        One(headers, HeaderNames.ContentType) ?? throw Malformed("/type", "Content-Type names the item's media type."),
        ContentDigest.TryParse(One(headers, "Content-Digest"), out ContentDigest? digest)
            ? digest
            : throw Malformed("/sha256", "Content-Digest gives the item's sha-256 (RFC 9530)."),
        CategoriesOf(One(headers, CategoriesField)),
        new ItemOrigin(KindOf(One(headers, OriginField)), StateOf(One(headers, StateField)), One(headers, InstrumentField)));

    public AddedItem Of(OfficerId officer, CaseId @case, ItemId item, long size, Stream content) =>
        new(officer, @case, item, Name, Type, size, Convert.FromHexString(Digest.Hex), DataCategories, Origin, content);

    // filename* (RFC 8187) is for names outside ASCII, and goes before filename (RFC 6266 section 4.3).
    private static string NameOf(string? field) =>
        ContentDispositionHeaderValue.TryParse(field, out ContentDispositionHeaderValue? disposition)
        && (disposition.FileNameStar.Value ?? HeaderUtilities.RemoveQuotes(disposition.FileName).Value) is { Length: > 0 } name
            ? name
            : throw Malformed("/name", "Content-Disposition names the file, such as attachment; filename*=UTF-8''statement.csv (RFC 6266).");

    private static string[] CategoriesOf(string? field) => field switch
    {
        null => throw Malformed("/dataCategories", $"{CategoriesField} lists categories of personal data with commas between, or says none."),
        NoCategory => [],
        _ => field.Split(',', StringSplitOptions.TrimEntries),
    };

    private static OriginKind KindOf(string? field) =>
        Enum.GetValues<OriginKind>().Where(kind => ApiJson.Word(kind) == field).Select(kind => (OriginKind?)kind).SingleOrDefault()
        ?? throw Malformed("/origin", $"{OriginField} is own, partner-state or joint-team.");

    private static StateCode? StateOf(string? field) =>
        field is null ? null
        : StateCode.TryParse(field, out StateCode state) ? state
        : throw Malformed("/origin", $"{StateField} is an assigned ISO 3166-1 alpha-2 code in upper case.");

    private static string? One(IHeaderDictionary headers, string field)
    {
        StringValues lines = headers[field];
        return lines.Count switch
        {
            0 => null,
            1 => lines[0],
            _ => throw Malformed("", "Each field of the declaration stands once."),
        };
    }

    private static RefusedException Malformed(string pointer, string detail) => RefusedException.Malformed("item-malformed", pointer, detail);
}
