using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;

namespace Rogatory.Cli.Retention;

/// <summary>A notice for us, verified.</summary>
/// <param name="Statement">The signed notice.</param>
/// <param name="Notice">What it says.</param>
/// <param name="State">Where it stands, as the authority says.</param>
/// <param name="DueAt">When our acknowledgement is overdue, as the authority says.</param>
internal sealed record ReadNotice(string Statement, CorrectionNotice Notice, string State, string DueAt)
{
    /// <summary>Asks for the notices and verifies each.</summary>
    /// <exception cref="CommandFailedException">One does not verify, with exit status 1; or as the call fails.</exception>
    public static async Task<IReadOnlyList<ReadNotice>> ListAsync(AuthorityClient authority, IReadOnlyList<VerificationKey> keys, CancellationToken cancellationToken) =>
        [.. PlainText.List(await authority.GetJsonAsync("/notices", cancellationToken), "notices").Select(one => Verify(one, keys))];

    /// <summary>What it says and asks, in words.</summary>
    public string Describe() => Notice.Measure switch
    {
        NoticeMeasure.Rectify => $"item {Notice.Item} was rectified: correct it; what is right is item {Notice.Correction}",
        NoticeMeasure.Erase => $"item {Notice.Item} was erased: erase it",
        NoticeMeasure.Restrict => $"item {Notice.Item} was restricted: restrict its processing",
        _ => $"the restriction of item {Notice.Item} was lifted",
    };

    private static ReadNotice Verify(JsonObject one, IReadOnlyList<VerificationKey> keys)
    {
        var statement = PlainText.Of(one, "statement") ?? "";
        try
        {
            var notice = CorrectionNotice.FromJson(Core.Receipt.Statement.Verify(statement, CorrectionNotice.Type, keys));
            return notice.Notice.ToString() == PlainText.Of(one, "notice")
                ? new ReadNotice(statement, notice, PlainText.Of(one, "state") ?? "", PlainText.Of(one, "dueAt") ?? "")
                : throw Broken("notice-other", "The authority hands out a notice under another one's name.");
        }
        catch (InvalidStatementException broken)
        {
            throw Broken($"notice-{broken.Reason}", $"A notice does not verify: {broken.Message}", broken);
        }
    }

    private static CommandFailedException Broken(string slug, string cause, Exception? inner = null) => new(ExitCode.Breaks, slug, cause, inner: inner);
}
