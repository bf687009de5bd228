using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Cli.Access;
using Rogatory.Cli.Http;
using Rogatory.Cli.Receipt;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;

namespace Rogatory.Cli.Disclosure;

internal sealed class DisclosureAcknowledge : PartnerCommand
{
    private readonly Argument<string> _disclosure = new("DISCLOSURE") { Description = "The disclosure that was recalled." };
    private readonly Option<string> _authority = new("--authority") { Description = "The authority's keys, from 'rogatory authority --out'.", Required = true, HelpName = "FILE" };
    private readonly Option<RecallMeasure> _done = new("--done") { Description = "What you did: what the recall asks for, and no less.", Required = true };
    private readonly Option<string> _out = new("--out") { Description = "The folder that the disclosure was collected to; the recall and what you sign go there.", Required = true, HelpName = "DIR" };

    public DisclosureAcknowledge()
        : base("acknowledge", "Verifies a recall, and confirms by a signed statement that you did what it asks.",
            "rogatory disclosure acknowledge 7K3Q-F2M9-X4TD-1 --done erase --authority authority.json --out collected")
    {
        Add(_disclosure);
        Add(_authority);
        Add(_done);
        Add(_out);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var (disclosure, done, folder) = (Typed.Disclosure(line.GetRequiredValue(_disclosure)), line.GetRequiredValue(_done), line.GetRequiredValue(_out));
        var keys = ReceiptCheck.KeysOf(await Files.ReadJsonAsync(line.GetRequiredValue(_authority), cancellationToken));
        var offered = await Retry.RunAsync(
            screen, () => OfferedDisclosure.GetAsync(authority, disclosure, AuthorityOptions.PartnerOf(line), keys, cancellationToken), cancellationToken);
        if (offered.Recall is not { } recall)
            throw new CommandFailedException(ExitCode.Refused, "not-recalled", $"The disclosure {disclosure} is not recalled.");
        if (recall.Measure != done)
            throw CommandFailedException.Usage($"The recall asks for something else: {CollectAnswer.Describe(recall)}.");
        if (done == RecallMeasure.Erase && (Directory.Exists(Path.Combine(folder, "bag")) || Directory.Exists(Path.Combine(folder, "sealed"))))
            throw CommandFailedException.Usage($"{folder} still holds what was disclosed.", "Erase it and every copy you made, and run this again.");

        Files.CreateFolder(folder);
        var notice = Path.Combine(folder, "recall.jws");
        if (File.Exists(notice) && await File.ReadAllTextAsync(notice, cancellationToken) != offered.RecallStatement)
            throw CommandFailedException.Usage($"{notice} is another recall.", "Choose the folder that this disclosure was collected to.");
        await Files.ReplaceAsync(notice, Encoding.ASCII.GetBytes(offered.RecallStatement!), cancellationToken);
        using var signer = await PartnerSigner.ReadAsync(AuthorityOptions.KeyFile(line), cancellationToken);
        var exchange = new CountersignedExchange(Path.Combine(folder, "acknowledgement.partner.jws"), Path.Combine(folder, "acknowledgement.countersignature.jws"));
        var isNew = await exchange.RunAsync(
            disclosure,
            RecallAcknowledgement.Type,
            () => new RecallAcknowledgement(disclosure, DisclosureStatements.DigestOf(offered.RecallStatement!), TimeProvider.System.GetUtcNow()).ToJson(),
            $"/disclosures/{disclosure}/acknowledgement",
            authority, signer, keys, screen, cancellationToken);

        var answer = new JsonObject { ["disclosure"] = disclosure.ToString(), ["state"] = "acknowledged", ["isNew"] = isNew, ["recall"] = recall.ToJson() };
        return new Answer(answer, $"The recall of {disclosure} ({CollectAnswer.Describe(recall)}) is acknowledged, and the authority countersigned that.");
    }
}
