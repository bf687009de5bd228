using Rogatory.Core.Access;
using Rogatory.Core.Access.Signatures;

namespace Rogatory.LocalHost.Tests.EndToEnd;

[Collection(SystemCollection.Name)]
public sealed class PartnerCallTests(SystemUnderTest system)
{
    private static readonly byte[] Content = Material.Of(1000);

    private Callers Callers => system.Callers;

    [Fact]
    public async Task A_call_that_is_not_properly_signed_is_refused_alike_for_cases_that_exist_and_that_do_not()
    {
        string @case = await Callers.OpenAsync(("statement", Content));
        foreach (Func<string, IReadOnlyDictionary<string, string>?> signature in Improper())
        {
            Answer[] answers = await Task.WhenAll(
                GetAsync(@case, signature), GetAsync("0000-0000-0000", signature), GetAsync("no-case", signature));
            Assert.All(answers, answer => answer.Is(401));
            Assert.Single(answers.Select(answer => answer.Told).Distinct());
        }

        await Callers.LedgerAsync(@case);
    }

    [Fact]
    public async Task Another_partners_case_is_answered_as_one_that_does_not_exist()
    {
        string theirs = await Callers.CompleteAsync(("statement", Content));
        string before = (await Callers.LedgerAsync(theirs)).Text;
        foreach (string rest in (string[])["", "/receipt"])
        {
            Answer[] answers = [.. await Task.WhenAll(
                new[] { theirs, "0000-0000-0000", "no-case" }.Select(@case => Callers.Stranger.GetAsync($"/requests/{@case}{rest}")))];
            Assert.All(answers, answer => answer.Refuses(404, "case-not-found"));
            Assert.Single(answers.Select(answer => answer.Told).Distinct());
        }

        foreach (string item in (string[])["statement", "letter"])
        {
            Answer[] answers = [await Callers.Stranger.SendAsync(theirs, item, Content), await Callers.Stranger.SendAsync("0000-0000-0000", item, Content)];
            Assert.All(answers, answer => answer.Refuses(404, "case-not-found"));
            Assert.Single(answers.Select(answer => answer.Told).Distinct());
        }

        Assert.Equal(before, (await Callers.LedgerAsync(theirs)).Text);
    }

    [Fact]
    public async Task A_body_changed_on_its_way_opens_no_case()
    {
        byte[] signed = TestKit.SampleRequests.ToBytes(Letter.Declaring(("statement", Content)));
        byte[] changed = [.. signed, (byte)' '];
        Answer answer = await Callers.Partner.CallAsync(
            HttpMethod.Post, "/api/v1/requests", changed, Callers.Partner.Sign("POST", "/api/v1/requests", ContentDigest.Of(signed)));
        answer.Refuses(401, "signature-invalid");
        string @case = (string)(await Callers.Partner.PostAsync(signed)).Is(201).Json["case"]!;
        await Callers.LedgerAsync(@case);
    }

    [Fact]
    public async Task A_suspended_partners_signature_counts_no_more()
    {
        using var http = new HttpClient();
        using var partner = new Partner("be-parquet", http, system.Origin);
        Officer admin = Callers.Officer("admin");
        (await admin.PutAsync("/partners/be-parquet", partner.Entry())).Is(200);
        string @case = (string)(await partner.OpenAsync(Letter.Declaring(("statement", Content)))).Is(201).Json["case"]!;

        (await admin.PostAsync("/partners/be-parquet/suspension", [])).Is(204);
        (await partner.GetAsync($"/requests/{@case}")).Refuses(401, "signature-invalid");
        await Callers.LedgerAsync(@case);
    }

    private IEnumerable<Func<string, IReadOnlyDictionary<string, string>?>> Improper()
    {
        Partner partner = Callers.Partner;
        yield return _ => new Dictionary<string, string>();
        yield return path => partner.Sign("GET", path, age: TimeSpan.FromSeconds(310));
        yield return path => partner.Sign("GET", path, age: TimeSpan.FromSeconds(-310));
        yield return path => partner.Sign("GET", path, keyId: "another-key");
        yield return path => partner.Sign("GET", path, name: PartnerId.Parse("de-unknown"));
        yield return path => partner.Sign("GET", path, name: Callers.Stranger.Id);
        yield return path => partner.Sign("DELETE", path);
        yield return path => partner.Sign("GET", $"{path}/other");
        yield return path => new Dictionary<string, string>(partner.Sign("GET", path)) { ["Rogatory-Partner"] = Callers.Stranger.Id.ToString() };
    }

    private Task<Answer> GetAsync(string @case, Func<string, IReadOnlyDictionary<string, string>?> sign)
    {
        string path = $"/api/v1/requests/{@case}";
        return Callers.Partner.CallAsync(HttpMethod.Get, path, content: null, sign(path));
    }
}
