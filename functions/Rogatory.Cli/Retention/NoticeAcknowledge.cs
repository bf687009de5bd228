using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Cli.Access;
using Rogatory.Cli.Disclosure;
using Rogatory.Cli.Http;
using Rogatory.Cli.Receipt;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Retention;

namespace Rogatory.Cli.Retention;

internal sealed class NoticeAcknowledge : PartnerCommand
{
    private readonly Argument<string> _notice = new("NOTICE") { Description = "The notice." };
    private readonly Option<string> _authority = new("--authority") { Description = "The authority's keys, from 'rogatory authority --out'.", Required = true, HelpName = "FILE" };
    private readonly Option<string> _done = new Option<string>("--done") { Description = "What you did: what the notice asks for, and no less.", Required = true, HelpName = "MEASURE" }
        .AcceptOnlyFromAmong(Words.Of<NoticeMeasure>());

    private readonly Option<string> _out = new("--out") { Description = "The folder that the notice and what you sign go to; one for each notice.", Required = true, HelpName = "DIR" };

    public NoticeAcknowledge()
        : base("acknowledge", "Verifies a notice of a correction, and confirms by a signed statement that you did what it asks.",
            "rogatory notice acknowledge 7K3Q-F2M9-X4TD-N1 --done restrict --authority authority.json --out notice-1")
    {
        Add(_notice);
        Add(_authority);
        Add(_done);
        Add(_out);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var (id, done, folder) = (Typed.Notice(line.GetRequiredValue(_notice)), line.GetRequiredValue(_done), line.GetRequiredValue(_out));
        var keys = ReceiptCheck.KeysOf(await Files.ReadJsonAsync(line.GetRequiredValue(_authority), cancellationToken));
        var notices = await Retry.RunAsync(screen, () => ReadNotice.ListAsync(authority, keys, cancellationToken), cancellationToken);
        var one = notices.FirstOrDefault(notice => notice.Notice.Notice == id)
            ?? throw new CommandFailedException(ExitCode.Refused, "notice-not-found", $"There is no notice {id} for you.");
        if (PlainText.Of(one.Notice.ToJson(), "measure") != done)
            throw CommandFailedException.Usage($"The notice asks for something else: {one.Describe()}.");

        Files.CreateFolder(folder);
        var file = Path.Combine(folder, "notice.jws");
        if (File.Exists(file) && await File.ReadAllTextAsync(file, cancellationToken) != one.Statement)
            throw CommandFailedException.Usage($"{file} is another notice.", "Choose another folder.");
        await Files.ReplaceAsync(file, Encoding.ASCII.GetBytes(one.Statement), cancellationToken);
        using var signer = await PartnerSigner.ReadAsync(AuthorityOptions.KeyFile(line), cancellationToken);
        var exchange = new CountersignedExchange(Path.Combine(folder, "acknowledgement.partner.jws"), Path.Combine(folder, "acknowledgement.countersignature.jws"));
        var isNew = await exchange.RunAsync(
            NoticeAcknowledgement.Type,
            () => new NoticeAcknowledgement(id, DisclosureStatements.DigestOf(one.Statement), TimeProvider.System.GetUtcNow()).ToJson(),
            $"/notices/{id}/acknowledgement",
            NoticeAcknowledgement.CountersignatureType,
            signed => NoticeAcknowledgement.FromJson(signed) is var read && read.Notice == id ? read.Statement : null,
            authority, signer, keys, screen, cancellationToken);
        var answer = new JsonObject { ["notice"] = id.ToString(), ["state"] = "acknowledged", ["isNew"] = isNew, ["says"] = one.Notice.ToJson() };
        return new Answer(answer, $"The notice {id} ({one.Describe()}) is acknowledged, and the authority countersigned that.");
    }
}
