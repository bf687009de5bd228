using System.Text.Json.Nodes;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Envelope;

namespace Rogatory.Cli.Disclosure;

/// <summary>Checks the proofs that came with extracts, against what the signed manifest says of the originals.</summary>
internal static class CollectedExtracts
{
    /// <summary>The extracts of a bag.</summary>
    /// <param name="manifest">Whose signature was verified.</param>
    /// <param name="items">What the bag lists.</param>
    /// <param name="at">Where a file of the bag lies.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CommandFailedException">A proof does not hold.</exception>
    public static async Task<IReadOnlyList<CollectedExtract>> VerifyAsync(
        DisclosureManifest manifest, JsonArray items, Func<string, string> at, CancellationToken cancellationToken)
    {
        List<CollectedExtract> extracts = [];
        foreach (var item in manifest.Items)
        {
            if (item.Extract is not { } extract) continue;
            var proof = extract is { Proof: { } proven, Blocks: { } blocks }
                ? await VerifyAsync(manifest, item, extract, blocks, FileOf(proven.ToString()), FileOf(item.Id.ToString()), cancellationToken)
                : null;
            extracts.Add(new CollectedExtract(item.Id, extract.Source, proof, proof is null ? null : Convert.ToHexStringLower(extract.Blocks!.Root)));
        }
        return extracts;

        string FileOf(string id) => at((string)items.First(one => (string?)one!["item"] == id)!["file"]!);
    }

    private static async Task<BlockProof> VerifyAsync(
        DisclosureManifest manifest, ManifestItem item, ManifestExtract extract, BlockCommitment blocks, string proofFile, string file, CancellationToken cancellationToken)
    {
        try
        {
            var proof = BlockProof.Parse(await Files.ReadBytesAsync(proofFile, BlockProof.MaximumSize, cancellationToken));
            await using var content = Files.OpenRead(file);
            await proof.VerifyAsync(blocks.Root, content, cancellationToken);
            // The root binds them: one that holds is of this case and item, unless the authority signed another's root.
            if (proof.Case != manifest.Disclosure.Case.ToString() || proof.Item != extract.Source.ToString())
                throw new CommandFailedException(ExitCode.Breaks, "proof-root", $"The proof of {item.Id} is for another item.", "Tell the authority; if no receipt is sent yet, send none.");
            return proof;
        }
        catch (ProofException broken)
        {
            throw ProofWords.Broken(broken, $"The proof of {item.Id} does not hold. {broken.Message}", "Collect it again into another folder. If it fails there too, tell the authority; if no receipt is sent yet, send none.");
        }
    }
}
