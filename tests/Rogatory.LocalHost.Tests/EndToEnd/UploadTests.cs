using System.Globalization;
using Rogatory.Core.Access.Signatures;

namespace Rogatory.LocalHost.Tests.EndToEnd;

[Collection(SystemCollection.Name)]
public sealed class UploadTests(SystemUnderTest system)
{
    private static readonly byte[] Content = Material.Of(10_000);

    private Callers Callers => system.Callers;

    [Fact]
    public async Task A_length_other_than_declared_is_refused_before_the_body_is_read()
    {
        string @case = await Callers.OpenAsync(("statement", Content));
        Answer answer = await FirstAnswerAsync(@case, Content.Length + 1, ContentDigest.Of(Content));
        answer.Refuses(422, "length-mismatch");
        await CanStillBeSentAsync(@case, "length-mismatch");
    }

    [Fact]
    public async Task A_digest_other_than_declared_is_refused_before_the_body_is_read()
    {
        string @case = await Callers.OpenAsync(("statement", Content));
        Answer answer = await FirstAnswerAsync(@case, Content.Length, ContentDigest.Of(Material.Of(10_000, seed: 2)));
        answer.Refuses(422, "digest-mismatch");
        await CanStillBeSentAsync(@case, "digest-mismatch");
    }

    [Fact]
    public async Task A_body_other_than_its_signed_digest_is_refused_and_leaves_nothing_readable()
    {
        string @case = await Callers.OpenAsync(("statement", Content));
        string path = $"/api/v1/requests/{@case}/items/statement";
        Answer answer = await Callers.Partner.CallAsync(
            HttpMethod.Put, path, Material.Of(10_000, seed: 3), Callers.Partner.Sign("PUT", path, ContentDigest.Of(Content)));
        answer.Refuses(401, "body-not-as-signed");
        await CanStillBeSentAsync(@case, "body-not-as-signed");
    }

    [Fact]
    public async Task An_item_that_was_not_declared_is_not_found()
    {
        string @case = await Callers.OpenAsync(("statement", Content));
        foreach (string item in (string[])["letter", "request", "request.decision-1", "UPPER", "a%20b"])
            (await Callers.Partner.SendAsync(@case, item, Content)).Refuses(404, "item-not-declared");
        Assert.Empty((await Callers.LedgerAsync(@case)).Sealed);
    }

    [Fact]
    public async Task The_same_bytes_again_change_nothing_and_other_bytes_are_a_conflict()
    {
        string @case = await Callers.OpenAsync(("statement", Content), ("letter", Content));
        (await Callers.Partner.SendAsync(@case, "statement", Content)).Is(201);
        await Callers.ClassifiedAsync(@case);
        string before = (await Callers.LedgerAsync(@case)).Text;

        (await Callers.Partner.SendAsync(@case, "statement", Content)).Is(200);
        (await Callers.Partner.SendAsync(@case, "statement", Material.Of(10_000, seed: 4))).Refuses(409, "item-already-sealed");
        Assert.Equal(before, (await Callers.LedgerAsync(@case)).Text);
    }

    [Fact]
    public async Task The_same_request_again_is_the_same_case_and_another_under_its_reference_a_conflict()
    {
        var letter = Letter.Declaring(("statement", Content));
        string @case = (string)(await Callers.Partner.OpenAsync(letter)).Is(201).Json["case"]!;
        Assert.Equal(@case, (string)(await Callers.Partner.OpenAsync(letter)).Is(200).Json["case"]!);
        letter["facts"] = "Other facts.";
        (await Callers.Partner.OpenAsync(letter)).Refuses(409, "reference-already-used");
        Assert.Single((await Callers.LedgerAsync(@case)).Of("intake.request-opened"));
    }

    [Fact]
    public async Task Items_of_every_awkward_size_come_back_as_they_were_sent()
    {
        (string, byte[])[] items = [.. new[] { 0, 1, (1 << 20) - 56, (1 << 20) - 55, (8 << 20) + 1 }.Select(size =>
            (string.Create(CultureInfo.InvariantCulture, $"size-{size}"), Material.Of(size)))];
        string @case = await Callers.CompleteAsync(items);
        Officer officer = Callers.Officer();
        foreach (var (id, content) in items)
            Assert.Equal(content, (await officer.ReadAsync(@case, id)).Is(200).Body);
        Assert.Equal(items.Length, (await Callers.LedgerAsync(@case)).Sealed.Count);
    }

    // A sender that waits for 100 (Continue) hears the refusal instead, so the body is never sent.
    private async Task<Answer> FirstAnswerAsync(string @case, int length, ContentDigest digest)
    {
        string path = $"/api/v1/requests/{@case}/items/statement";
        using RawConnection connection = await RawConnection.OpenAsync(system.Origin);
        await connection.SendHeadAsync("PUT", path, Callers.Partner.Sign("PUT", path, digest)
            .Append(new("Content-Length", length.ToString(CultureInfo.InvariantCulture))).Append(new("Expect", "100-continue")));
        return await connection.ReadAsync();
    }

    private async Task CanStillBeSentAsync(string @case, string reason)
    {
        (await Callers.Officer().ReadAsync(@case, "statement")).Refuses(404, "item-not-found");
        Assert.Empty(await system.Storage.NamesAsync("vault", $"{@case}/statement/"));
        Assert.Empty(await system.Storage.NamesAsync("keys", $"{@case}/statement/"));

        (await Callers.Partner.SendAsync(@case, "statement", Content)).Is(201);
        await Callers.ReceiptAsync(@case);
        ExportedLedger ledger = await Callers.LedgerAsync(@case);
        Assert.Equal([$"statement {reason}"], ledger.Rejected);
        Assert.Equal(["statement"], ledger.Sealed);
    }
}
