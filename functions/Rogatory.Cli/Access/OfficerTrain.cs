using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Cli.Retention;
using Rogatory.Core.Access.Officers;

namespace Rogatory.Cli.Access;

internal sealed class OfficerTrain : OfficerCommand
{
    private readonly Argument<string> _officer = new("ID") { Description = "The officer, as the token's subject names them." };
    private readonly Option<string> _course = new("--course") { Description = "The course, by its id in the catalogue (rogatory officer courses).", Required = true, HelpName = "ID" };
    private readonly Option<string> _version = new("--course-version") { Description = "Its version.", DefaultValueFactory = _ => "1", HelpName = "VERSION" };
    private readonly Option<DateOnly?> _passed = new("--passed-on") { Description = "The day; today without it.", HelpName = "DATE" };
    private readonly Option<string> _evidence = new("--evidence") { Description = "What proves it.", DefaultValueFactory = _ => "certificate" };
    private readonly Option<string?> _reference = new("--reference") { Description = "Where that is found: a reference, and no name or words.", HelpName = "TEXT" };
    private readonly Option<string?> _result = new("--result") { Description = "The signed result of a drill, in place of other evidence (rogatory drill score --out).", HelpName = "RESULT.jws" };
    private readonly Option<string?> _file = new("--file") { Description = "The evidence itself, whose SHA-256 is recorded; it stays where it is.", HelpName = "FILE" };

    public OfficerTrain()
        : base("train", "Records a course that an officer passed.",
            "rogatory officer train o-jansen --course mla-basics --reference HR/2026-118")
    {
        Add(_officer);
        Add(_course);
        Add(_version);
        Add(_passed);
        Add(_evidence.AcceptOnlyFromAmong(Words.Of<EvidenceKind>()));
        Add(_reference);
        Add(_file);
        Add(_result);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        RefuseWhatDoesNotGoTogether(line);
        var officer = Typed.Officer(line.GetRequiredValue(_officer));
        var body = line.GetValue(_result) is { } result
            ? new JsonObject
            {
                ["course"] = line.GetRequiredValue(_course),
                ["version"] = line.GetRequiredValue(_version),
                ["evidence"] = "drill",
                ["result"] = (await File.ReadAllTextAsync(result, cancellationToken)).Trim(),
            }
            : new JsonObject
            {
                ["course"] = line.GetRequiredValue(_course),
                ["version"] = line.GetRequiredValue(_version),
                ["passedOn"] = Day.Of(line.GetValue(_passed)),
                ["evidence"] = line.GetRequiredValue(_evidence),
                ["reference"] = line.GetValue(_reference),
                ["digest"] = line.GetValue(_file) is { } file ? Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file, cancellationToken))) : null,
            };
        var view = await authority.SendJsonAsync(HttpMethod.Post, $"/officers/{officer}/training", JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        return new Answer(view, OfficerText.Of(view));
    }

    private void RefuseWhatDoesNotGoTogether(ParseResult line)
    {
        var hasResult = line.GetValue(_result) is not null;
        if (hasResult == line.GetValue(_reference) is not null)
            throw CommandFailedException.Usage($"Give one of --reference, which says where the evidence is, and --result of a drill{(hasResult ? ", and not both" : "")}.");
        if (hasResult && (line.GetValue(_passed) is not null || line.GetValue(_file) is not null || line.GetResult(_evidence) is { Implicit: false }))
            throw CommandFailedException.Usage("A drill's --result says itself what was passed and when: give it without --passed-on, --evidence and --file.");
    }
}
