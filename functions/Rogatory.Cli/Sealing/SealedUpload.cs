using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Cli.Access;
using Rogatory.Cli.Http;
using Rogatory.Cli.Intake;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;
using Rogatory.Envelope;

namespace Rogatory.Cli.Sealing;

/// <summary>Seals one file at this desk and writes it straight to the authority's storage; goes on with an upload that was cut.</summary>
internal sealed class SealedUpload(AuthorityClient authority, Screen screen, OwnKeyWrap ownKey, string stateFolder)
{
    private const int SeriesIdBytes = 12;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private const string KeyOutOfUse = "key-version-disabled";
    private static readonly string[] Over = ["upload-not-granted", "upload-expired"];

    /// <summary>Uploads, completes, and waits until the authority has verified the item and sealed it.</summary>
    public async Task<JsonObject> RunAsync(CaseId @case, ItemId item, string file, CancellationToken cancellationToken)
    {
        try
        {
            await UploadAsync(@case, item, file, cancellationToken);
        }
        catch (SourceChangedException)
        {
            screen.Note($"{file} is not what it was when its upload began: it is sealed anew, with another key.");
            File.Delete(UploadRecord.PathOf(stateFolder, @case, item));
            try
            {
                await UploadAsync(@case, item, file, cancellationToken);
            }
            catch (SourceChangedException again)
            {
                throw CommandFailedException.Usage($"{file} changes while it is uploaded.", "Upload it when it is at rest.", again);
            }
        }
        return await WaitAsync(@case, item, cancellationToken);
    }

    private async Task UploadAsync(CaseId @case, ItemId item, string file, CancellationToken cancellationToken)
    {
        await using var source = Files.OpenRead(file);
        var path = UploadRecord.PathOf(stateFolder, @case, item);
        var call = $"/requests/{@case}/items/{item}/upload";
        var earlier = UploadRecord.Find(path);
        var (grant, goesOn) = await GrantAsync(call, PlainText.Of(earlier?.Head, "attempt"), cancellationToken);
        if (grant is null)
        {
            earlier?.Delete();
            return;
        }
        if (grant["size"]?.GetValue<long>() != SealedBody.SealedLength(source.Length))
        {
            earlier?.Dispose();
            throw CommandFailedException.Usage($"{file} has not the size that the request declares for {item}.");
        }

        var (sealer, record) = await OpenSealerAsync(@case, item, path, grant, goesOn ? earlier : null, cancellationToken);
        if (!ReferenceEquals(record, earlier)) earlier?.Dispose();
        using (sealer)
        using (record)
        {
            if (record.Left > 0) screen.Note($"The upload of {item} goes on; what was sent before is read and compared again.");
            Uri? first = new(PlainText.Of(grant, "url") ?? "", UriKind.Absolute);
            using var store = new BlockStore(async stop => Interlocked.Exchange(ref first, null)
                ?? new Uri(PlainText.Of(await AskAsync(call, PlainText.Of(grant, "attempt"), stop), "url") ?? "", UriKind.Absolute));
            var content = await screen.WithProgressAsync($"Uploading {item}", SealedBody.SealedLength(source.Length), async report =>
            {
                await using var blocks = new BlockStream(
                    store, record, Convert.FromHexString(PlainText.Of(record.Head, "series")!), record.Head["blockSize"]!.GetValue<int>(), report);
                var made = await sealer.SealAsync(source, blocks, cancellationToken);
                await blocks.CommitAsync(cancellationToken);
                return made;
            });
            await CompleteAsync(call, grant, sealer, content, file, cancellationToken);
            record.Delete();
            screen.Note($"Item {item} is uploaded ({PlainText.Size(content.PlaintextSize)}); the authority verifies it.");
        }
    }

    /// <summary>A grant, for the earlier upload if it is still open. No grant when that one was completed already.</summary>
    private async Task<(JsonObject? Grant, bool GoesOn)> GrantAsync(string call, string? attempt, CancellationToken cancellationToken)
    {
        if (attempt is null) return (await AskAsync(call, attempt, cancellationToken), false);
        try
        {
            return (await AskAsync(call, attempt, cancellationToken), true);
        }
        catch (CommandFailedException refused) when (refused.Slug == "upload-already-completed")
        {
            return (null, true);
        }
        catch (CommandFailedException refused) when (Over.Contains(refused.Slug))
        {
            return (await AskAsync(call, attempt: null, cancellationToken), false);
        }
    }

    /// <summary>A link for the upload that is named, and for no other; without a name, another upload.</summary>
    private Task<JsonObject> AskAsync(string call, string? attempt, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes((attempt is null ? [] : new JsonObject { ["attempt"] = attempt }).ToJsonString());
        return Retry.RunAsync(screen, () => authority.SendJsonAsync(HttpMethod.Post, call, body, cancellationToken), cancellationToken);
    }

    private async Task<(ItemSealer Sealer, UploadRecord Record)> OpenSealerAsync(
        CaseId @case, ItemId item, string path, JsonObject grant, UploadRecord? earlier, CancellationToken cancellationToken)
    {
        if (earlier is not null)
        {
            try
            {
                var header = Convert.FromHexString(PlainText.Of(earlier.Head, "header") ?? "");
                var unfinished = Encoding.UTF8.GetBytes(earlier.Head["key"]?.ToJsonString() ?? "");
                return (await ItemSealer.ResumeAsync(@case.ToString(), item.ToString(), header, unfinished, ownKey, cancellationToken), earlier);
            }
            catch (Exception unusable) when (unusable is OpenException or FormatException or ArgumentException)
            {
                screen.Note($"The record of the earlier upload of {item} is not for this key; it is uploaded from the beginning.");
            }
        }

        var sealer = new ItemSealer(@case.ToString(), item.ToString());
        var head = new JsonObject
        {
            ["attempt"] = PlainText.Of(grant, "attempt"),
            ["series"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeriesIdBytes)),
            ["blockSize"] = grant["blockSize"]?.GetValue<int>(),
            ["header"] = Convert.ToHexStringLower(sealer.Header.Span),
            ["key"] = JsonNode.Parse(await sealer.WrapUnfinishedAsync(ownKey, cancellationToken)),
        };
        return (sealer, UploadRecord.Begin(path, head));
    }

    private async Task CompleteAsync(
        string call, JsonObject grant, ItemSealer sealer, SealedContent content, string file, CancellationToken cancellationToken)
    {
        var description = new ItemDescription(Path.GetFileName(file), MediaTypes.Of(file), content.PlaintextSize, content.PlaintextSha256);
        var wrap = new PartnerKeyWrap(RsaJwk.Parse(grant["key"]?.ToJsonString() ?? ""));
        var completion = new JsonObject
        {
            ["attempt"] = PlainText.Of(grant, "attempt"),
            ["keyEnvelope"] = JsonNode.Parse(await sealer.WrapKeyAsync(description, wrap, cancellationToken)),
            ["header"] = Convert.ToHexStringLower(sealer.Header.Span),
            ["commitment"] = Convert.ToHexStringLower(sealer.Commitment),
            ["sealedRoot"] = Convert.ToHexStringLower(content.SealedRoot),
            ["size"] = content.Size,
        };
        await Retry.RunAsync(
            screen, () => authority.SendJsonAsync(HttpMethod.Post, $"{call}/complete", Encoding.UTF8.GetBytes(completion.ToJsonString()), cancellationToken), cancellationToken);
    }

    private Task<JsonObject> WaitAsync(CaseId @case, ItemId item, CancellationToken cancellationToken) =>
        screen.WithProgressAsync($"The authority verifies {item}", total: null, async report =>
        {
            for (var pause = TimeSpan.FromMilliseconds(250); ; pause = pause < LongestPause ? pause * 1.5 : LongestPause)
            {
                var view = await Retry.RunAsync(screen, () => authority.GetJsonAsync($"/requests/{@case}", cancellationToken), cancellationToken);
                var one = PlainText.List(view, "items").FirstOrDefault(known => PlainText.Of(known, "id") == item.ToString());
                switch (PlainText.Of(one, "state"))
                {
                    case "sealed":
                        screen.Note($"Item {item} is sealed.");
                        return one!;
                    case "verifying":
                        report(0);
                        await Task.Delay(pause, cancellationToken);
                        break;
                    default:
                        throw NotTaken(item, PlainText.Of(one, "rejected") ?? "upload-mismatch");
                }
            }
        });

    private static CommandFailedException NotTaken(ItemId item, string reason) => reason == KeyOutOfUse
        ? new CommandFailedException(
            ExitCode.Refused, reason, $"The authority did not take {item}: it was sealed to a version of its key that is out of use.", "Upload it again; it is then sealed to the newest one.")
        : new CommandFailedException(ExitCode.Refused, reason, $"The authority did not take {item}: it is not what the request declares.");
}
