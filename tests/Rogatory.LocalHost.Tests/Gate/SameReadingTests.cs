using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Rogatory.LocalHost.Gate;

namespace Rogatory.LocalHost.Tests.Gate;

/// <summary>
/// The gate is worth as much as its reading of a request is Azurite's. These compare the two, with Azurite's own code as the
/// other side, over targets made of everything that parsers disagree about and over every mixture of methods, operations and headers.
/// </summary>
public sealed class SameReadingTests
{
    private static readonly string[] Pieces =
    [
        "a", "blob", "ledger", "devstoreaccount1", "-secondary", "/", "//", "%2F", "%2f", "%5C", "\\", ".", "..", "%2E%2E", "/../", "%25", "%252F",
        "+", "%20", "%00", "%C3%A4", "%E2%82%AC", "%F0%9F%98%80", "%C0%AF", "%FF", "%", "%G1", ";", ":", "@", "!", "'", "(", ")", "*", "~", "$root", "$web",
        "?", "&", "=", "comp", "Comp", "c%6Fmp", "comp=metadata", "comp=lease", "comp[]=block", "comp%5B%5D=block", "comp=", "comp&", "[", "]", "%5B", "]=",
        "restype=container", "snapshot=1", "snapshot", "#", "%23", "%3F", "%26", "%3D", "|", "\"", "<", "^", "`", "{", "}", "\t", " ", "ä",
    ];

    private static readonly string[] Comps =
    [
        "metadata", "properties", "page", "pagelist", "incrementalcopy", "seal", "expiry", "undelete", "lease", "tags", "tier", "copy", "snapshot",
        "block", "block&blockid=AAAA", "blocklist", "appendblock", "immutabilityPolicies", "legalhold", "query", "batch", "list", "acl", "other",
    ];

    private static readonly (string Name, string Value)[] Selectors =
    [
        ("x-ms-blob-type", "BlockBlob"), ("x-ms-blob-type", "AppendBlob"), ("x-ms-blob-type", "PageBlob"),
        ("x-ms-copy-source", "http://127.0.0.1/a/b/c"), ("x-ms-requires-sync", "true"), ("x-ms-lease-action", "break"), ("x-ms-legal-hold", "true"),
        ("x-ms-access-tier", "Cool"), ("x-ms-blob-content-length", "512"), ("x-ms-page-write", "clear"), ("x-ms-copy-action", "abort"), ("Content-Type", "a/b"),
    ];

    // What Azurite may be about to do with a request that the gate takes for each of these; everywhere else it may do none of them.
    private static readonly Dictionary<GateOperation, string[]> Writes = new()
    {
        [GateOperation.Overwrite] =
        [
            "BlockBlob_Upload", "BlockBlob_PutBlobFromUrl", "BlockBlob_CommitBlockList", "AppendBlob_Create", "PageBlob_Create",
            "Blob_StartCopyFromURL", "Blob_CopyFromURL",
        ],
        [GateOperation.Delete] = ["Blob_Delete"],
        [GateOperation.Change] =
        [
            "Blob_SetHTTPHeaders", "Blob_SetMetadata", "Blob_SetExpiry", "PageBlob_UploadPages", "PageBlob_ClearPages", "PageBlob_Resize",
            "PageBlob_UpdateSequenceNumber", "PageBlob_CopyIncremental", "PageBlob_UploadPagesFromURL", "AppendBlob_Seal",
        ],
        [GateOperation.Append] = ["AppendBlob_AppendBlock"],
        [GateOperation.Snapshot] = ["Blob_CreateSnapshot"],
        [GateOperation.SetPolicy] = ["Blob_SetImmutabilityPolicy"],
        [GateOperation.RemovePolicy] = ["Blob_DeleteImmutabilityPolicy"],
        [GateOperation.SetLegalHold] = ["Blob_SetLegalHold"],
        [GateOperation.PutBlockFromUrl] = ["BlockBlob_StageBlockFromURL"],
        [GateOperation.DeleteContainer] = ["Container_Delete"],
    };

    // These the gate refuses itself.
    private static readonly string[] Never = ["Service_SubmitBatch", "Container_SubmitBatch", "AppendBlob_AppendBlockFromUrl"];

    [Fact]
    public async Task Every_target_that_passes_names_the_same_blob_and_parameters_to_both()
    {
        var targets = Gen.Choose(1, 9).SelectMany(count => Gen.Elements(Pieces).ArrayOf(count))
            .Select(pieces => "/" + string.Concat(pieces)).Sample(4000, 20)
            .Concat(Pieces.SelectMany(piece => (string[])[$"/devstoreaccount1/ledger/{piece}", $"/devstoreaccount1{piece}/ledger/a", $"/devstoreaccount1/ledger/a?{piece}"]))
            .Distinct(StringComparer.Ordinal).ToList();
        var answers = await AzuriteReading.OfAsync([.. targets.Select(target => new AzuriteReading.Call("GET", target, new Dictionary<string, string>()))]);

        var passed = 0;
        foreach (var (target, azurite) in targets.Zip(answers))
        {
            if (!RawTarget.TryRead(target, out var path, out var query)) continue;
            passed++;
            Assert.True(azurite is not null, target);
            Assert.Equal((target, azurite.Account, azurite.Container ?? "", azurite.Blob), (target, path.Account, path.Container, path.Blob));
            Assert.Equal((target, azurite.Comp, azurite.Snapshot), (target, Value(query, "comp"), Value(query, "snapshot")));
        }
        Assert.InRange(passed, targets.Count / 10, targets.Count * 9 / 10);
    }

    [Fact]
    public async Task Every_operation_that_passes_is_the_same_to_both()
    {
        var calls = new List<AzuriteReading.Call>();
        foreach (var resource in (string[])["/devstoreaccount1", "/devstoreaccount1/container", "/devstoreaccount1/container/blob"])
        foreach (var method in (string[])["GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS", "PATCH"])
        foreach (var query in Comps.SelectMany(comp => (string[])[$"?comp={comp}", $"?comp={comp}&restype=container"]).Append("").Append("?restype=container"))
        foreach (var headers in Mixtures(method == "PUT" && resource.EndsWith("blob", StringComparison.Ordinal)))
            calls.Add(new AzuriteReading.Call(method, resource + query, headers));
        var answers = await AzuriteReading.OfAsync(calls);

        var writes = 0;
        foreach (var (call, azurite) in calls.Zip(answers))
        {
            var (request, _) = GateRequest.Read(Request(call), call.Target);
            if (request is null || azurite?.Operation is not { } operation) continue;
            var what = $"{call.Method} {call.Target} {string.Join(", ", call.Headers)}: {request.Operation}, {operation}";
            var meant = Writes.SingleOrDefault(entry => entry.Value.Contains(operation)).Key;
            Assert.DoesNotContain(operation, Never);
            Assert.True(meant == request.Operation || (meant == default && request.Operation is GateOperation.ReadBlob or GateOperation.ReadMetadata or GateOperation.PassOn), what);
            if (meant != default) writes++;
        }
        Assert.InRange(writes, 1000, calls.Count);
    }

    [Theory]
    [InlineData("127.0.0.1:10000", true)]
    [InlineData("localhost:10000", true)]
    [InlineData("azurite", true)]
    [InlineData("[::1]:10000", true)]
    [InlineData("host.docker.internal:10000", true)]
    [InlineData("devstoreaccount1.blob.localhost:10000", false)]
    [InlineData("127.0.0.1.example:10000", false)]
    [InlineData("127.0.0.1.", false)]
    [InlineData("", false)]
    public async Task A_host_that_could_name_an_account_is_refused(string host, bool passes)
    {
        Assert.Equal(passes, RawTarget.NamesNoAccount(host));
        if (!passes) return;
        var name = host.StartsWith('[') ? "[::1]" : host.Split(':')[0];
        var read = await AzuriteReading.OfAsync([new AzuriteReading.Call("GET", "/account/container/blob", new Dictionary<string, string>(), name)]);
        Assert.Equal("account", read[0]!.Account);
    }

    // With and without a length, which a call has or lacks whatever it is; each other header alone, and every two together.
    private static IEnumerable<Dictionary<string, string>> Mixtures(bool pairs)
    {
        foreach (var length in (bool[])[false, true])
        {
            yield return Mixture(length);
            for (var one = 0; one < Selectors.Length; one++)
            {
                yield return Mixture(length, Selectors[one]);
                for (var two = one + 1; pairs && two < Selectors.Length; two++) yield return Mixture(length, Selectors[one], Selectors[two]);
            }
        }
    }

    private static Dictionary<string, string> Mixture(bool length, params (string Name, string Value)[] selectors)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (length) headers["Content-Length"] = "0";
        foreach (var (name, value) in selectors) headers[name] = value;
        return headers;
    }

    private static HttpRequest Request(AzuriteReading.Call call)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = call.Method;
        request.Headers.Host = call.Host;
        foreach (var (name, value) in call.Headers) request.Headers[name] = value;
        return request;
    }

    private static string? Value(IReadOnlyDictionary<string, string> query, string name) =>
        query.GetValueOrDefault(name);
}
