using Rogatory.Cli.Tests.Http;

namespace Rogatory.Cli.Tests.Disclosure;

public sealed class DisclosureApproveTests
{
    private const string Missing = "You have approved it; the approval that is missing is another officer's.";

    [Theory]
    [InlineData("approved-already", "You have approved it, and no approval is missing.")]
    [InlineData("disclosure-not-possible", "It no longer waits for an approval.")]
    public async Task Approving_what_was_released_meanwhile_says_where_it_stands(string slug, string says)
    {
        var ran = await ApproveAsync(slug, $$"""{"disclosures":[{"disclosure":"{{Disclosed.Case}}-2","step":"proposed"},{"disclosure":"{{Disclosed.Id}}","partner":"de-bfj","items":["statement"],"step":"ready","expiresAt":"2026-12-06T09:00:00Z"}]}""");

        Assert.Equal((int)ExitCode.Refused, ran.Status);
        Assert.Equal(
            $"Refused ({slug}): {says}\nDisclosure {Disclosed.Id} to de-bfj of statement: ready.\nThe partner can collect it until 2026-12-06T09:00:00Z.", ran.Error.TrimEnd());
    }

    [Theory]
    [InlineData($$"""{"disclosures":[{"disclosure":"{{Disclosed.Id}}","step":"proposed"}]}""")]
    [InlineData("""{"disclosures":[]}""")]
    [InlineData(null)]
    public async Task Approving_twice_what_waits_for_another_officer_says_that_it_does(string? @case)
    {
        var ran = await ApproveAsync("approved-already", @case);

        Assert.Equal((int)ExitCode.Refused, ran.Status);
        Assert.Contains(Missing, ran.Error, StringComparison.Ordinal);
    }

    private static async Task<Ran> ApproveAsync(string slug, string? @case)
    {
        await using var authority = new StubAuthority(async call =>
        {
            if (call.Method == "POST")
            {
                await call.ContentAsync();
                await call.RefuseAsync(409, slug, Missing);
            }
            else if (@case is null)
            {
                await call.RefuseAsync(403, "not-assigned", "You are not assigned to the case.");
            }
            else
            {
                await call.AnswerAsync(200, @case);
            }
        });
        return await Ran.Of("disclosure", "approve", Disclosed.Id, "--reasons", "Necessary for it.", "--token", "t", "--authority-url", authority.Url);
    }
}
