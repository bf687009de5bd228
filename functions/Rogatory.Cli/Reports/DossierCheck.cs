namespace Rogatory.Cli.Reports;

/// <summary>How a court, or an expert that it asks, checks a dossier with nothing of this program and nobody of the authority.</summary>
internal static class DossierCheck
{
    public static void Write(HtmlText page, Dossier dossier, string jsonName)
    {
        page.Element("p", "Nothing of the authority or of its program is needed: a computer with Node.js 20 or later, and the file. An expert can write the same in any language in an hour; each step names its public standard.");
        page.Open("ol", ("class", "steps"));
        page.Element("li", $"Compare the SHA-256 of the file with the one that is printed under Proofs: sha256sum {jsonName}");
        page.Element("li", "Save the script below as check.mjs. It has five parts: the chain of the lines; the tree over them (RFC 9162); the signature of the checkpoint (RFC 7515, ES256); the place of the case in it (RFC 9162); and the certificates of what was erased.");
        page.Element("li", $"Run: node check.mjs {jsonName}. It ends with HOLDS, with NOT PROVEN YET where no checkpoint covers the case, or with DOES NOT HOLD and why; and it prints the root, which must be the one that is printed under Proofs.");
        page.Element("li", "Take the authority's public key from elsewhere: a partner authority has it since it was registered, and so has whoever was given an earlier statement. Compare it with the one that is printed under Proofs.");
        page.Element("li", "Ask a partner authority for the checkpoint of that number, or a later one, which it fetched itself. The same case must stand in it, with these lines or more.");
        page.Element("li", "To check one line by hand: its SHA-256 is printed in the last part, and is the \"prev\" of the line after it.");
        page.Element("li", "To check an item: the SHA-256 tree over its stored body, in pieces of 1,048,576 bytes, has the root that is printed under The items.");
        page.Close("ol");
        page.Element("h3", "check.mjs").Element("pre", ResourceText.Read("check.mjs"), ("id", "check-script"));
        page.Element("h3", "What this proves, and what it does not");
        page.Element("p", $"It proves that these lines stood in the ledger when the checkpoint was signed, in this order and to the last bit{(dossier.Proven is { } proven && proven.Size < dossier.Report.Size ? $"; lines after {Says.Number(proven.Size)} are younger than it, and bound by the chain alone until the next one" : "")}. "
            + "It does not prove that what an officer or a partner wrote is true, nor what is done with an item after it was handed over.");
    }
}
