using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rogatory.Cli.Http;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;

namespace Rogatory.Cli.Receipt;

internal sealed class RequestReceipt : PartnerCommand
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Option<string> _out = new("--out") { Description = "Where the receipt goes.", Required = true, HelpName = "FILE" };
    private readonly Option<string?> _request = new("--request") { Description = "The request as it was sent; the receipt must name its bytes.", HelpName = "FILE" };
    private readonly Option<int> _wait = new("--wait") { Description = "How many seconds to wait for it.", DefaultValueFactory = _ => 300, HelpName = "SECONDS" };

    public RequestReceipt()
        : base("receipt", "Waits for the signed intake receipt, which comes once every item is sealed, and verifies it.",
            "rogatory request receipt 7K3Q-F2M9-X4TD --out receipt.jws --request request.json")
    {
        Add(_case);
        Add(_out);
        Add(_request);
        Add(_wait);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var @case = Typed.Case(line.GetRequiredValue(_case));
        var patience = TimeSpan.FromSeconds(line.GetValue(_wait));
        var statement = await screen.WithProgressAsync("Waiting for the receipt", null, report => WaitAsync(@case, authority, patience, report, cancellationToken));
        var receipt = ReceiptCheck.Verify(Encoding.UTF8.GetString(statement), await authority.GetJsonAsync("/authority", cancellationToken));
        if (receipt.Case != @case) throw ReceiptCheck.Broken("receipt-other-case", "The authority handed out a receipt for another case.");
        if (line.GetValue(_request) is { } request) ReceiptCheck.IsFor(receipt, await Files.ReadBytesAsync(request, RequestLimits.MostBytes, cancellationToken));
        await Files.ReplaceAsync(line.GetRequiredValue(_out), statement, cancellationToken);
        return new Answer(ReceiptCheck.ToJson(receipt), ReceiptCheck.Describe(receipt));
    }

    private static async Task<byte[]> WaitAsync(
        CaseId @case, AuthorityClient authority, TimeSpan patience, Action<long> report, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        for (; ; await Task.Delay(Between, cancellationToken))
        {
            try
            {
                return await authority.GetBytesAsync($"/requests/{@case}/receipt", cancellationToken);
            }
            catch (CommandFailedException notYet) when (notYet.Slug == "receipt-not-ready" || notYet.Code == ExitCode.Unreachable)
            {
                if (Stopwatch.GetElapsedTime(started) < patience) report(0);
                else if (notYet.Code == ExitCode.Unreachable) throw;
                else throw new CommandFailedException(
                    ExitCode.Refused, notYet.Slug, string.Create(CultureInfo.InvariantCulture, $"There is no receipt after {patience.TotalSeconds:0} s."),
                    $"See which items are not sealed yet: rogatory request status {@case}", notYet);
            }
        }
    }
}
