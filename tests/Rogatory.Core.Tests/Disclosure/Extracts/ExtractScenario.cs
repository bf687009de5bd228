using System.Text;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

/// <summary>Extracts of a table of bookings, some of which name people.</summary>
internal static class ExtractScenario
{
    public const string Why = "The request asks for the bookings of March alone.";
    public const string Session = DisclosureScenario.Session;
    public static readonly ItemId Extract = ItemId.Parse("statement.extract-1");
    public static readonly ItemId Proof = ItemId.Parse("statement.extract-1-proof");
    public static readonly IReadOnlySet<OfficerRole> Reviewer = new HashSet<OfficerRole> { OfficerRole.Reviewer };

    /// <summary>A header, and twenty rows of which every fourth names a person.</summary>
    public static readonly byte[] Table = Encoding.UTF8.GetBytes("booked,amount,beneficiary name,text\n" + string.Concat(
        Enumerable.Range(1, 20).Select(row => $"2026-03-{row:00},{row}.00,{(row % 4 == 0 ? "Marguerite Delacroix" : "")},rent {row}\n")));

    public static Task<DisclosureScenario> StartAsync() => DisclosureScenario.StartAsync(content: Table);

    public static ExtractRequest Request(string json) => ExtractRequest.Parse(Encoding.UTF8.GetBytes(json));

    public static async Task<ExtractMade> ExtractAsync(
        this DisclosureScenario scenario, string request = """{"keep":[{"rows":"1-10"}],"remove":[{"categories":["person-name"]}]}""", string why = Why, ItemId? source = null,
        string session = Session) =>
        (await scenario.Authority.MakeExtract.RunAsync(
            DisclosureScenario.Proposer, session, Reviewer, scenario.Case, source ?? DisclosureScenario.Item, Request(request), why, CancellationToken.None)).Made;

    public static async Task<string> ReadAsync(this DisclosureScenario scenario, ItemId item) => Encoding.UTF8.GetString(await scenario.BytesAsync(item));

    public static async Task<byte[]> BytesAsync(this DisclosureScenario scenario, ItemId item)
    {
        using OpenedItem opened = await scenario.Authority.ConsultItem.RunAsync(
            DisclosureScenario.Approver, Session, scenario.Case, item, Why, new HashSet<OfficerRole> { OfficerRole.Approver }, CancellationToken.None);
        using var content = new MemoryStream();
        await opened.CopyToAsync(content, CancellationToken.None);
        return content.ToArray();
    }
}
