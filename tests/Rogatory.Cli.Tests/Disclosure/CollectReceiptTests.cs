namespace Rogatory.Cli.Tests.Disclosure;

public sealed class CollectReceiptTests
{
    [Fact]
    public async Task A_receipt_that_was_refused_for_now_is_sent_again_as_it_was()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.Statements = (call, _) => RefuseAsync(call, 409, "disclosure-not-possible");
        Assert.Equal("disclosure-not-possible", await disclosed.SlugAsync(ExitCode.Refused));
        Assert.Empty(BagItValidator.Validate(Path.Combine(disclosed.Out, "bag")));
        disclosed.Statements = (_, _) => Task.FromResult(false);

        Assert.Equal(0, (await disclosed.CollectAsync()).Status);

        Assert.Equal(2, disclosed.Sent.Count);
        Assert.Equal(disclosed.Sent[0], disclosed.Sent[1]);
    }

    [Fact]
    public async Task A_receipt_whose_answer_was_lost_is_sent_again_as_it_was()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.Statements = (_, _) => Task.FromResult(disclosed.Sent.Count == 1);

        Assert.Equal(0, (await disclosed.CollectAsync()).Status);

        Assert.Equal(2, disclosed.Sent.Count);
        Assert.Equal(disclosed.Sent[0], disclosed.Sent[1]);
    }

    [Fact]
    public async Task A_receipt_that_does_not_verify_is_signed_anew()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.Statements = (call, _) => RefuseAsync(call, 422, "receipt-invalid");
        Assert.Equal("receipt-invalid", await disclosed.SlugAsync(ExitCode.Refused));
        disclosed.Statements = (_, _) => Task.FromResult(false);

        Assert.Equal(0, (await disclosed.CollectAsync()).Status);

        Assert.NotEqual(disclosed.Sent[0], disclosed.Sent[1]);
    }

    [Fact]
    public async Task A_countersignature_of_another_statement_or_disclosure_is_not_believed()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.Statements = (call, _) => AnswerAsync(call, disclosed.CountersignAsync("another statement"));
        Assert.Equal("countersignature-other", await disclosed.SlugAsync(ExitCode.Breaks));
        disclosed.Statements = (call, sent) => AnswerAsync(call, disclosed.CountersignAsync(sent, "7K3Q-F2M9-X4TD-2"));
        Assert.Equal("countersignature-other", await disclosed.SlugAsync(ExitCode.Breaks));
        Assert.False(File.Exists(Path.Combine(disclosed.Out, "countersignature.jws")));
    }

    [Fact]
    public async Task A_countersignature_by_another_key_is_not_believed()
    {
        await using var disclosed = await Disclosed.NewAsync();
        await using var forger = await Disclosed.NewAsync();
        disclosed.Statements = (call, sent) => AnswerAsync(call, forger.CountersignAsync(sent));
        Assert.Equal("countersignature-signature", await disclosed.SlugAsync(ExitCode.Breaks));
        Assert.False(File.Exists(Path.Combine(disclosed.Out, "countersignature.jws")));
    }

    private static async Task<bool> RefuseAsync(Http.StubAuthority.Call call, int status, string slug)
    {
        await call.RefuseAsync(status, slug, "No.");
        return true;
    }

    private static async Task<bool> AnswerAsync(Http.StubAuthority.Call call, Task<string> countersignature)
    {
        await call.AnswerAsync(200, await countersignature, "application/jose");
        return true;
    }
}
