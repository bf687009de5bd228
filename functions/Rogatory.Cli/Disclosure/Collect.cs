using System.CommandLine;
using Rogatory.Cli.Access;
using Rogatory.Cli.Http;
using Rogatory.Cli.Receipt;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;

namespace Rogatory.Cli.Disclosure;

internal sealed class Collect : PartnerCommand
{
    private const int MostAuthorityBytes = 1 << 20;

    private readonly Argument<string> _disclosure = new("DISCLOSURE") { Description = "The disclosure." };
    private readonly Option<string> _authority = new("--authority") { Description = "The authority's keys, from 'rogatory authority --out'.", Required = true, HelpName = "FILE" };
    private readonly Option<string> _out = new("--out") { Description = "Where the bag, the receipt and its countersignature go; one folder for each disclosure.", Required = true, HelpName = "DIR" };
    private readonly Option<bool> _noReceipt = new("--no-receipt") { Description = "Sign no receipt yet. Run it again without this to send it." };

    public Collect()
        : base("collect", "Fetches what was disclosed to you, verifies it, opens it into a BagIt bag, and confirms it by a signed receipt. Run again after a failure, it goes on where it stopped.",
            "rogatory collect 7K3Q-F2M9-X4TD-1 --authority authority.json --out collected")
    {
        Add(_disclosure);
        Add(_authority);
        Add(_out);
        Add(_noReceipt);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var (disclosure, partner, folder) = (Typed.Disclosure(line.GetRequiredValue(_disclosure)), AuthorityOptions.PartnerOf(line), line.GetRequiredValue(_out));
        var pinned = await Files.ReadBytesAsync(line.GetRequiredValue(_authority), MostAuthorityBytes, cancellationToken);
        var about = Files.ParseJson(pinned, line.GetRequiredValue(_authority));
        var keys = ReceiptCheck.KeysOf(about);
        var keyFile = AuthorityOptions.KeyFile(line);

        var offered = await AskAsync();
        var bag = new Bag(Path.Combine(folder, "bag"));
        var isNew = !bag.IsComplete;
        if (isNew) RefuseWhenOver(offered);
        else await bag.VerifyAsync(screen, cancellationToken);
        await bag.BeginAsync(offered.Statement, pinned, cancellationToken);
        if (isNew)
        {
            using var key = await AuthorityOptions.OwnKeyAsync(line, cancellationToken);
            using var collector = new Collector(bag, Path.Combine(folder, "sealed"), key, AskForItemsAsync, screen);
            var collected = await collector.RunAsync(offered, cancellationToken);
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            await bag.CompleteAsync(disclosure, PlainText.Of(about, "name") ?? "", collected, today, cancellationToken);
            var left = Path.Combine(folder, "sealed");
            if (Directory.Exists(left)) Directory.Delete(left, recursive: true);
        }

        var items = await bag.ReadItemsAsync(cancellationToken);
        var proven = await CollectedExtracts.VerifyAsync(offered.Manifest, items, bag.At, cancellationToken);
        var (receipt, countersignature) = (Path.Combine(folder, "receipt.partner.jws"), Path.Combine(folder, "countersignature.jws"));
        if (!line.GetValue(_noReceipt))
        {
            using var signer = await PartnerSigner.ReadAsync(keyFile, cancellationToken);
            isNew |= await new CountersignedExchange(receipt, countersignature).RunAsync(
                disclosure, CollectionReceipt.Type, () => ReceiptFor(offered).ToJson(), $"/disclosures/{disclosure}/receipt", authority, signer, keys, screen, cancellationToken);
        }
        return CollectAnswer.Of(offered, folder, items, proven, isNew, File.Exists(countersignature));

        Task<OfferedDisclosure> AskAsync() =>
            Retry.RunAsync(screen, () => OfferedDisclosure.GetAsync(authority, disclosure, partner, keys, cancellationToken), cancellationToken);

        async Task<OfferedDisclosure> AskForItemsAsync()
        {
            var again = await AskAsync();
            RefuseWhenOver(again);
            return again;
        }
    }

    private static CollectionReceipt ReceiptFor(OfferedDisclosure offered) => new(
        offered.Manifest.Disclosure,
        DisclosureStatements.DigestOf(offered.Statement),
        [.. offered.Manifest.Items.Select(item => new ReceiptItem(item.Id, item.SealedRoot))],
        TimeProvider.System.GetUtcNow());

    private static void RefuseWhenOver(OfferedDisclosure offered)
    {
        var id = offered.Manifest.Disclosure;
        if (offered.Recall is { } recall)
            throw Over("disclosure-recalled", $"The disclosure {id} was recalled ({CollectAnswer.Describe(recall)}) and can no longer be collected.", $"Acknowledge it: rogatory disclosure acknowledge {id} --help");
        if (offered.State == "received")
            throw Over("disclosure-received", $"The disclosure {id} was collected and confirmed before; its keys are destroyed.", "Look for the folder it was collected to, or ask the authority to disclose it again.");
        if (offered.Items.Count == 0)
            throw Over("disclosure-over", $"The disclosure {id} can no longer be collected: it was withdrawn, something of it was corrected, or its time is over.", "Look for a notice (rogatory notice list), or ask the authority to disclose it again.");

        static CommandFailedException Over(string slug, string cause, string cure) => new(ExitCode.Refused, slug, cause, cure);
    }
}
