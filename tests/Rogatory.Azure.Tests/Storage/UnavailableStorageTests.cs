using Azure.Storage.Blobs.Models;
using System.Net;
using Rogatory.Azure.Case;
using Rogatory.Azure.Flow;
using Rogatory.Azure.Ledger;
using Rogatory.Azure.Receipt;
using Rogatory.Azure.Sealing;
using Rogatory.Core;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;

namespace Rogatory.Azure.Tests.Storage;

public sealed class UnavailableStorageTests
{
    private static readonly byte[] Content = "content"u8.ToArray();
    private static readonly CaseId Case = CaseId.Parse("7K3Q-F2M9-X4TD");
    private static readonly SealedPath Path = new(Case, ItemId.Request, AttemptId.New());

    public static TheoryData<HttpStatusCode?, string> Answers => new()
    {
        { null, "" },
        { HttpStatusCode.RequestTimeout, "" },
        { HttpStatusCode.TooManyRequests, "" },
        { HttpStatusCode.InternalServerError, "InternalError" },
        { HttpStatusCode.ServiceUnavailable, "ServerBusy" },
        { HttpStatusCode.Forbidden, "AuthorizationPermissionMismatch" },
        { HttpStatusCode.NotFound, "ContainerNotFound" },
        { HttpStatusCode.Conflict, "ContainerBeingDeleted" },
        { HttpStatusCode.NotImplemented, "" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Whatever_else_storage_answers_means_that_it_is_not_available(HttpStatusCode? status, string errorCode)
    {
        using var storage = new CannedStorage(status, errorCode);
        foreach (var (call, work) in Calls(storage, default))
        {
            var failure = await Record.ExceptionAsync(work);
            Assert.True(failure is StorageUnavailableException { Store: "store" }, $"{call}: {failure}");
        }
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_no_failure_of_storage()
    {
        using var storage = new CannedStorage(null);
        foreach (var (call, work) in Calls(storage, new CancellationToken(canceled: true)))
        {
            var failure = await Record.ExceptionAsync(work);
            Assert.True(failure is OperationCanceledException, $"{call}: {failure}");
        }
    }

    [Fact]
    public async Task Every_read_of_a_body_names_the_version()
    {
        using var storage = new CannedStorage(HttpStatusCode.NotFound, "BlobNotFound");
        var source = new BlobVault(storage.Container("store"), BlobImmutabilityPolicyMode.Locked).OpenSource(Path, "2026-11-22T09:00:00.1234567Z", 1000);

        await Assert.ThrowsAsync<EndOfStreamException>(() => source.ReadAsync(0, new byte[1000], default).AsTask());

        var asked = Assert.Single(storage.Asked);
        Assert.Equal("versionid=2026-11-22T09:00:00.1234567Z", Uri.UnescapeDataString(asked.Query.TrimStart('?')));
    }

    private static Dictionary<string, Func<Task>> Calls(CannedStorage storage, CancellationToken token)
    {
        var container = storage.Container("store");
        var queue = storage.Queue("store");
        var ledger = new BlobLedgerStore(container);
        var keys = new BlobKeyEnvelopeStore(container);
        var statements = new BlobStatementStore(container);
        var projections = new BlobProjectionStore(container);
        var vault = new BlobVault(container, BlobImmutabilityPolicyMode.Locked);
        var tags = new Dictionary<string, string>();
        return new Dictionary<string, Func<Task>>
        {
            ["append first"] = () => ledger.TryAppendAsync("one", 0, Content, token),
            ["append"] = () => ledger.TryAppendAsync("one", 7, Content, token),
            ["read ledger"] = () => ledger.ReadAsync("one", 0, token),
            ["list ledgers"] = () => DrainAsync(ledger.ListAsync(token)),
            ["create envelope"] = () => keys.TryCreateAsync(Path, 0, Content, token),
            ["read envelope"] = () => keys.ReadAsync(Path, 0, token),
            ["list envelopes"] = () => DrainAsync(keys.ListAsync(Case, token)),
            ["destroy envelope"] = () => new BlobEnvelopeEraser(container).DestroyAsync(Path, 0, token),
            ["create statement"] = () => statements.TryCreateAsync("one", Content, token),
            ["read statement"] = () => statements.ReadAsync("one", token),
            ["write projection"] = () => projections.TryWriteAsync(Case, Content, tags, null, token),
            ["replace projection"] = () => projections.TryWriteAsync(Case, Content, tags, "\"1\"", token),
            ["read projection"] = () => projections.ReadAsync(Case, token),
            ["list projections"] = () => DrainAsync(projections.ListAsync(token)),
            ["wake"] = () => new StorageCaseQueue(queue).WakeAsync(Case, 1, token),
            ["receive"] = () => new WakeUpReceiver(queue, queue, TimeSpan.FromMinutes(1)).ReceiveAsync(token),
            ["upload"] = () => UploadAsync(vault, Content, token),
            ["commit nothing"] = () => UploadAsync(vault, [], token),
            ["read body"] = () => vault.OpenSource(Path, null, 7).ReadAsync(0, new byte[7], token).AsTask(),
            ["read a part of a body"] = () => vault.OpenSource(Path, null, 1L << 40).ReadAsync(1L << 30, new byte[7], token).AsTask(),
        };
    }

    private static async Task UploadAsync(BlobVault vault, byte[] body, CancellationToken token)
    {
        await using var upload = vault.BeginUpload(Path, body.Length);
        await upload.WriteAsync(body, token);
        await upload.CommitAsync(new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero), token);
    }

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> listing)
    {
        await foreach (var _ in listing)
        {
        }
    }
}
