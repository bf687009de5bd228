using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Access;
using Rogatory.Cli.Case;
using Rogatory.Cli.Classification;
using Rogatory.Cli.Disclosure;
using Rogatory.Cli.Drills;
using Rogatory.Cli.Incidents;
using Rogatory.Cli.Intake;
using Rogatory.Cli.Policy;
using Rogatory.Cli.Receipt;
using Rogatory.Cli.Reports;
using Rogatory.Cli.Retention;
using Rogatory.Cli.Review;
using Rogatory.Cli.Risk;
using Rogatory.Cli.Sealing;
using Rogatory.Cli.Transfer;

namespace Rogatory.Cli;

/// <summary>The program: its commands, and how their failures end.</summary>
internal static class CommandLine
{
    /// <summary>On every command.</summary>
    public static readonly Option<bool> Json = new("--json") { Description = "Answer in JSON; failures too, on standard error.", Recursive = true };

    public static RootCommand Root { get; } = Build();

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        // Without a replacer, an argument that begins with @ is what it says and not the name of a file with more arguments.
        var line = Root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        try
        {
            if (line.Action is not ParseErrorAction)
            {
                RefuseOptionsAsValues(line);
                return await line.InvokeAsync(configuration, cancellationToken);
            }
            throw CommandFailedException.Usage(
                string.Join(' ', line.Errors.Select(fault => fault.Message)), $"See: {NameOf(line.CommandResult.Command)} --help");
        }
        catch (CommandFailedException failure)
        {
            return Fail(failure, line.GetValue(Json), error);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Fail(CommandFailedException.Usage(failure.Message, "Check that the file exists and that you may read or write it."), line.GetValue(Json), error);
        }
        catch (OperationCanceledException)
        {
            return (int)ExitCode.Interrupted;
        }
        catch (Exception fault)
        {
            return Fail(new CommandFailedException(ExitCode.Fault, "program-fault", $"{fault.GetType().Name}: {fault.Message}",
                "This is a mistake in the program; please report it with the command line (without secrets)."), line.GetValue(Json), error);
        }
    }

    /// <summary>The command with all above it, as one types it.</summary>
    public static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{NameOf(parent)} {command.Name}" : "rogatory";

    private static RootCommand Build()
    {
        var root = new RootCommand("Sends requests for mutual legal assistance and their material, decides on them, and proves what was done.")
        {
            Json,
            Group("keys", "A partner's own keys; the authority's key-encryption key.", new KeysNew(), new KeysPublic(), new KeysRotate(), new KeysStatus()),
            new AuthorityShow(),
            Group("partner", "The partner register.",
                new PartnerPropose(), new PartnerApprove(), new PartnerReject(), new PartnerSuspend(), new PartnerReinstate(), new PartnerAgree(), new PartnerBind(),
                new PartnerKeysShow(), new PartnerList()),
            Group("request", "A partner's requests.", new RequestBuild(), new RequestOpen(), new RequestSend(), new RequestStatus(), new RequestReceipt()),
            new Upload(),
            Group("item", "The material of a case.", new ItemSend(), new ItemAdd(), new ItemRead(), new ItemRestrict(), new ItemUnrestrict(), new ItemRectify()),
            Group("case", "What officers do with cases.", new CaseList(), new CaseOpen(), new CaseShow(), new CaseDecide(), new CaseLedger(), new CaseCheckpoint()),
            new RiskShow(),
            Group("disclosure", "What goes out, to whom, and what comes back.",
                new DisclosurePropose(), new DisclosureApprove(), new DisclosureReject(), new DisclosureWithdraw(), new DisclosureRecall(),
                new DisclosureList(), new DisclosureAcknowledge()),
            new Collect(),
            new Classify(),
            Group("extract", "Parts of items: no more than is needed goes.", new ExtractPreview(), new ExtractMake(), new ExtractProve(), new ExtractVerify()),
            Group("notice", "Corrections that a partner is told of.", new NoticeList(), new NoticeAcknowledge()),
            Group("retention", "How long a case is kept: holds, reviews, erasures and their certificates.",
                new RetentionHold(), new RetentionLift(), new RetentionKeep(), new RetentionErase(), new RetentionApprove(), new RetentionReject(),
                new RetentionCertificate(), new RetentionVerify()),
            Group("glass", "Emergencies: seeing a case without an assignment.", new GlassBreak(), new GlassList(), new GlassReview()),
            Group("officer", "Who may act: roles by two admins, courses, undertakings, assignments, conflicts.",
                new OfficerPropose(), new OfficerApprove(), new OfficerReject(), new OfficerWithdraw(), new OfficerSuspend(), new OfficerTrain(), new OfficerUndertaking(),
                new OfficerBind(), new OfficerAssign(), new OfficerUnassign(), new OfficerConfirm(), new OfficerConflict(), new OfficerCourses(), new OfficerShow(), new OfficerList()),
            Group("transfer", "Whether data may go to another authority, offline.", new TransferCheckCommand(), new TransferExplain(), new TransferFactsCommand()),
            Group("policy", "The rules, offline.", new PolicyCheckCommand(), new PolicyGet()),
            new PatrolRun(),
            Group("incident", "What went wrong: clocks, notices, measures and closing.",
                new IncidentOpen(), new IncidentReportSend(), new IncidentList(), new IncidentShow(), new IncidentLedger(),
                Group("notice", "Notices of an incident.", new IncidentNoticeDraft(), new IncidentNoticeSent(), new IncidentNoticeWaive(), new IncidentNoticePrint()),
                new IncidentContain(), new IncidentClose(), new IncidentApprove(), new IncidentReject()),
            Group("drill", "Made-up cases to practise on, in a space of their own: point --authority-url at it.", new DrillList(), new DrillStart(), new DrillStatus(), new DrillScore()),
            new ReportMake(),
            new SignalsShow(),
            new DossierMake(),
            Group("ledger", "Ledgers, offline.", new LedgerVerify()),
            Group("receipt", "Receipts, offline.", new ReceiptVerify()),
        };
        Moments.TeachTo(root);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExample((HelpAction)help.Action!);
        return root;
    }

    /// <summary>In <c>--out --json</c> a value was forgotten; the parser would take the second option for it, and a file would get that name.</summary>
    private static void RefuseOptionsAsValues(ParseResult line)
    {
        var options = line.CommandResult.Command.Options.Append(Json).SelectMany(option => option.Aliases.Append(option.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var given in line.CommandResult.Children.OfType<OptionResult>())
        {
            if (given.Tokens.Any(token => options.Contains(token.Value)))
                throw CommandFailedException.Usage($"{given.Option.Name} has no value.", $"See: {NameOf(line.CommandResult.Command)} --help");
        }
    }

    private static Command Group(string name, string description, params Command[] commands)
    {
        var group = new Command(name, description);
        foreach (var command in commands) group.Add(command);
        return group;
    }

    private static int Fail(CommandFailedException failure, bool asJson, TextWriter error)
    {
        if (asJson)
        {
            var problem = new JsonObject { ["slug"] = failure.Slug, ["cause"] = failure.Message, ["cure"] = failure.Cure, ["faults"] = failure.Faults?.DeepClone() };
            if (failure.Findings is { } findings)
                problem["findings"] = findings.DeepClone();
            error.WriteLine(new JsonObject { ["error"] = problem }.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
            return (int)failure.Code;
        }
        error.WriteLine(PlainText.Printable(failure.Code == ExitCode.Refused ? $"Refused ({failure.Slug}): {failure.Message}" : failure.Message));
        foreach (var fault in (failure.Faults ?? []).OfType<JsonObject>())
            error.WriteLine(PlainText.Printable($"  {PlainText.Of(fault, "pointer")}: {PlainText.Of(fault, "message") ?? PlainText.Of(fault, "slug")}"));
        foreach (var finding in (failure.Findings ?? []).OfType<JsonObject>())
            error.WriteLine(PlainText.Printable($"  {PlainText.Of(finding, "rule")}, {PlainText.Of(finding, "citation")}: {PlainText.Of(finding, "message")} {FactsOf(finding)}".TrimEnd()));
        if (failure.Cure is not null) error.WriteLine(PlainText.Printable(failure.Cure));
        return (int)failure.Code;
    }

    private static string FactsOf(JsonObject finding) =>
        finding["facts"] is JsonObject { Count: > 0 } facts ? $"({string.Join(", ", facts.Select(fact => $"{fact.Key} {fact.Value}"))})" : "";

    private sealed class HelpWithExample(HelpAction usual) : SynchronousCommandLineAction
    {
        // A command that lacks its arguments can still be asked for help.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var status = usual.Invoke(parseResult);
            if (parseResult.CommandResult.Command is CliCommand { Example: var example })
                parseResult.InvocationConfiguration.Output.WriteLine($"Example:\n  {example}\n");
            return status;
        }
    }
}
