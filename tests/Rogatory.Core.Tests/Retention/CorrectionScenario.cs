using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;
using Rogatory.Core.Tests.Disclosure;

namespace Rogatory.Core.Tests.Retention;

/// <summary>What officers correct in the case of <see cref="DisclosureScenario"/>, and what its partner answers.</summary>
internal static class CorrectionScenario
{
    public const string Article = "LED art. 16(3)";
    public const string Contested = "The holder of the account says that the booking of 3 March is not hers.";
    public static readonly SentCorrection Right = new("statement.txt", "text/plain", "The booking of 3 March is another account's."u8.ToArray());

    private static OfficerId Restricting => DisclosureScenario.Proposer;

    public static Task<CaseState> RestrictAsync(this DisclosureScenario scenario, string reasons = Contested, OfficerId? officer = null, RestrictionGround ground = RestrictionGround.AccuracyContested) =>
        scenario.Authority.Restrict.RestrictAsync(officer ?? Restricting, scenario.Case, DisclosureScenario.Item, ground, Article, reasons, CancellationToken.None);

    public static Task<CaseState> LiftAsync(this DisclosureScenario scenario, OfficerId? officer = null, InformedParty? informed = InformedParty.Person, DateOnly? on = null) =>
        scenario.Authority.Restrict.LiftAsync(
            officer ?? DisclosureScenario.Approver, scenario.Case, DisclosureScenario.Item, informed, on ?? (informed is null ? null : new DateOnly(2026, 11, 20)),
            Article, DisclosureScenario.Why, CancellationToken.None);

    public static Task<CaseState> RectifyAsync(this DisclosureScenario scenario, SentCorrection? correction = null, string reasons = Contested, ItemId? item = null, string citation = "LED art. 16(1)") =>
        scenario.Authority.Rectify.RunAsync(
            Restricting, scenario.Case, item ?? DisclosureScenario.Item, RectificationGround.Inaccurate, citation, reasons, correction ?? Right, CancellationToken.None);

    public static async Task<DisclosureState> FetchedAsync(this DisclosureScenario scenario)
    {
        DisclosureState ready = await scenario.ReadyAsync();
        await scenario.FetchAsync(ready.Id);
        return await scenario.FindAsync(ready.Id);
    }

    public static async Task<IReadOnlyList<NoticeState>> NoticesAsync(this DisclosureScenario scenario) =>
        (await scenario.Authority.StateAsync(scenario.Case)).Corrections.Notices;

    public static async Task<CorrectionNotice> ReadAsync(this DisclosureScenario scenario, NoticeState notice) => CorrectionNotice.FromJson(Statement.Verify(
        await scenario.Authority.AcknowledgeNotice.ReadAsync(notice, CancellationToken.None), CorrectionNotice.Type, scenario.Authority.VerificationKeys));

    public static Task<string> AnswerAsync(this DisclosureScenario scenario, NoticeState notice, Func<NoticeAcknowledgement, NoticeAcknowledgement>? change = null)
    {
        var answer = new NoticeAcknowledgement(notice.Id, notice.Issued!.Statement, scenario.Authority.Time.Now);
        return scenario.SignAsync(NoticeAcknowledgement.Type, (change?.Invoke(answer) ?? answer).ToJson());
    }

    public static Task<string> AcknowledgeAsync(this DisclosureScenario scenario, NoticeState notice, string answer, PartnerId? partner = null) =>
        scenario.Authority.AcknowledgeNotice.RunAsync(partner ?? notice.Partner, notice.Id, answer, CancellationToken.None);
}
