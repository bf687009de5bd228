using Rogatory.Cli.Receipt;
using Rogatory.Core.Case;
using Rogatory.Envelope;

namespace Rogatory.Cli.Disclosure;

/// <summary>Fetches the items of a disclosure and opens them into a bag. Plaintext goes nowhere else; what waits to be opened is sealed.</summary>
internal sealed class Collector(Bag bag, string sealedFolder, IKeyWrap key, Func<Task<OfferedDisclosure>> ask, Screen screen) : IDisposable
{
    private readonly SealedDownload _download = new();

    /// <summary>Puts every item into the bag that is not there yet.</summary>
    /// <exception cref="CommandFailedException">Something does not verify or can't be had. Run again, it goes on where it stopped.</exception>
    public async Task<IReadOnlyList<BagItem>> RunAsync(OfferedDisclosure offered, CancellationToken cancellationToken)
    {
        List<OpenItem> all = [];
        try
        {
            // Every key is unwrapped before the first byte is fetched: what can't be opened costs nothing.
            foreach (var item in offered.Items) all.Add(await OpenAsync(offered.Manifest.Disclosure.Case, item, cancellationToken));
            foreach (var one in all) await CollectAsync(offered, one, cancellationToken);
            return [.. all.Select(one => one.InBag)];
        }
        finally
        {
            foreach (var one in all) one.Dispose();
        }
    }

    public void Dispose() => _download.Dispose();

    private async Task<OpenItem> OpenAsync(CaseId @case, OfferedItem item, CancellationToken cancellationToken)
    {
        var body = new SealedFile(SealedPath(item), item.Item.Size);
        try
        {
            var grant = new RecipientGrant(@case.ToString(), item.Item.Id.ToString());
            var opened = await OpenedItem.OpenReceivedAsync(grant, item.Envelope, item.Recorded, body, key, cancellationToken);
            return new OpenItem(item, body, opened);
        }
        catch (OpenException broken)
        {
            body.Dispose();
            throw NotOpened(item, broken);
        }
    }

    private async Task CollectAsync(OfferedDisclosure offered, OpenItem one, CancellationToken cancellationToken)
    {
        await bag.AddEnvelopeAsync(one.Offered, cancellationToken);
        if (!await bag.HasAsync(one.InBag, cancellationToken))
        {
            Files.CreateFolder(sealedFolder);
            await _download.RunAsync(one.Offered, SealedPath(one.Offered), () => RenewAsync(offered, one.Offered), screen, cancellationToken);
            try
            {
                await screen.WithProgressAsync($"Opening {one.InBag.Item}", one.InBag.Description.Size, report => bag.AddAsync(
                    one.InBag, file => one.Opened.CopyToAsync(new CountedStream(file, report), cancellationToken)));
            }
            catch (OpenException broken)
            {
                throw NotOpened(one.Offered, broken);
            }
        }
        one.Body.Dispose();
        File.Delete(SealedPath(one.Offered));
    }

    private async Task<OfferedItem> RenewAsync(OfferedDisclosure offered, OfferedItem item)
    {
        var again = await ask();
        return again.Statement == offered.Statement
            ? again.Items.First(one => one.Item.Id == item.Item.Id)
            : throw ReceiptCheck.Broken("manifest-changed", "The authority hands out another manifest than before.");
    }

    private string SealedPath(OfferedItem item) => Path.Combine(sealedFolder, PayloadName.Of(item.Item.Id.ToString()));

    private static CommandFailedException NotOpened(OfferedItem item, OpenException broken) => new(
        ExitCode.Breaks,
        broken.Failure == OpenFailure.Key ? "envelope-key" : "body-other",
        $"The item {item.Item.Id} does not open. {broken.Message}",
        broken.Failure == OpenFailure.Key ? "Check that --key holds the key that you registered; if it does, tell the authority." : "Tell the authority.",
        broken);

    /// <summary>An item whose key is at hand.</summary>
    private sealed record OpenItem(OfferedItem Offered, SealedFile Body, OpenedItem Opened) : IDisposable
    {
        public BagItem InBag { get; } = new(Offered.Item.Id, Opened.Description);

        public void Dispose()
        {
            Opened.Dispose();
            Body.Dispose();
        }
    }
}
