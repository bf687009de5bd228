using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Cli.Receipt;
using Rogatory.Core.Access;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;

namespace Rogatory.Cli.Disclosure;

/// <summary>What the authority hands out for a disclosure, after its manifest was verified.</summary>
/// <param name="Statement">The signed manifest.</param>
/// <param name="Manifest">What it says.</param>
/// <param name="State">Where the disclosure stands, as the authority says.</param>
/// <param name="Items">What can be collected: every item of the manifest, or none once it is over.</param>
/// <param name="RecallStatement">The signed recall, where there is one.</param>
/// <param name="Recall">What it says.</param>
internal sealed record OfferedDisclosure(
    string Statement, DisclosureManifest Manifest, string? State, IReadOnlyList<OfferedItem> Items, string? RecallStatement, RecallNotice? Recall)
{
    /// <summary>Asks for it and verifies all that can be verified without a private key.</summary>
    /// <exception cref="CommandFailedException">Something does not verify, with exit status 1; or as the call fails.</exception>
    public static async Task<OfferedDisclosure> GetAsync(
        AuthorityClient authority, DisclosureId disclosure, PartnerId partner, IReadOnlyList<VerificationKey> keys, CancellationToken cancellationToken) =>
        Verify(await authority.GetJsonAsync($"/disclosures/{disclosure}", cancellationToken), disclosure, partner, keys);

    private static OfferedDisclosure Verify(JsonObject answer, DisclosureId disclosure, PartnerId partner, IReadOnlyList<VerificationKey> keys)
    {
        var statement = PlainText.Of(answer, "manifest") ?? "";
        var manifest = Verified("manifest", statement, DisclosureManifest.Type, DisclosureManifest.FromJson, keys);
        if (manifest.Disclosure != disclosure) throw ReceiptCheck.Broken("manifest-other-disclosure", $"The manifest is for another disclosure: {manifest.Disclosure}.");
        if (manifest.Partner != partner) throw ReceiptCheck.Broken("manifest-other-partner", $"The manifest is for another partner: {manifest.Partner}.");

        var offered = PlainText.List(answer, "items").ToList();
        var items = offered.Count == 0 ? [] : manifest.Items.Select(item => ItemOf(item, offered)).ToList();
        if (offered.Count > items.Count) throw ReceiptCheck.Broken("manifest-other-items", "The authority offers items that the manifest does not name.");
        return PlainText.Of(answer, "recall") is { } recall
            ? new OfferedDisclosure(statement, manifest, PlainText.Of(answer, "state"), items, recall, RecallOf(recall, statement, disclosure, keys))
            : new OfferedDisclosure(statement, manifest, PlainText.Of(answer, "state"), items, null, null);
    }

    private static OfferedItem ItemOf(ManifestItem item, List<JsonObject> offered)
    {
        var found = offered.Where(one => PlainText.Of(one, "id") == item.Id.ToString()).ToList();
        if (found.Count != 1) throw ReceiptCheck.Broken("manifest-other-items", $"The manifest names the item {item.Id}, and the authority offers it {found.Count} times.");
        var envelope = Encoding.UTF8.GetBytes(PlainText.Of(found[0], "envelope") ?? "");
        if (Convert.ToHexStringLower(SHA256.HashData(envelope)) != item.Envelope)
            throw ReceiptCheck.Broken("envelope-other", $"The key envelope of {item.Id} is not the one that the manifest names.");
        return Uri.TryCreate(PlainText.Of(found[0], "link"), UriKind.Absolute, out var link)
            ? new OfferedItem(item, envelope, link)
            : throw ReceiptCheck.Broken("link-unusable", $"There is no link to the item {item.Id}.");
    }

    private static RecallNotice RecallOf(string statement, string manifest, DisclosureId disclosure, IReadOnlyList<VerificationKey> keys)
    {
        var recall = Verified("recall", statement, RecallNotice.Type, RecallNotice.FromJson, keys);
        return recall.Disclosure == disclosure && recall.Manifest == DisclosureStatements.DigestOf(manifest)
            ? recall
            : throw ReceiptCheck.Broken("recall-other-disclosure", "The recall is for another disclosure.");
    }

    private static T Verified<T>(string what, string statement, string type, Func<JsonObject, T> read, IReadOnlyList<VerificationKey> keys)
    {
        try
        {
            return read(Core.Receipt.Statement.Verify(statement, type, keys));
        }
        catch (InvalidStatementException broken)
        {
            throw new CommandFailedException(
                ExitCode.Breaks, $"{what}-{broken.Reason}", $"The {what} does not verify: {broken.Message}",
                broken.Reason == "key-unknown" ? "If the authority has new keys: get them with 'rogatory authority --out', and make sure of them in another way." : null, broken);
        }
    }
}
