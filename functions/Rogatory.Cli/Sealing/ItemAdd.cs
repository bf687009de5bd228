using System.CommandLine;
using System.Net.Http.Headers;
using System.Text.Json;
using Rogatory.Cli.Http;
using Rogatory.Cli.Intake;
using Rogatory.Core.Access.Signatures;
using Rogatory.Core.Sealing;

namespace Rogatory.Cli.Sealing;

internal sealed class ItemAdd : OfficerCommand
{
    private static readonly string[] Origins = [.. Enum.GetNames<OriginKind>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Argument<string> _item = new("ITEM") { Description = "The id that the item gets; none that the request declares." };
    private readonly Argument<string> _file = new("FILE") { Description = "Its content." };
    private readonly Option<string[]> _categories = new("--data-category") { Description = "A category of personal data in it; repeat it for each, or say none.", Required = true, HelpName = "CODE" };
    private readonly Option<string> _origin = new Option<string>("--origin") { Description = "Who supplied it; our own unless given.", HelpName = "KIND", DefaultValueFactory = _ => Origins[0] }
        .AcceptOnlyFromAmong(Origins);

    private readonly Option<string> _state = new("--origin-state") { Description = "The state that supplied it, where that is another.", HelpName = "STATE" };
    private readonly Option<string> _instrument = new("--origin-instrument") { Description = "The instrument it was obtained under, where that is known.", HelpName = "CODE" };
    private readonly Option<string> _name = new("--name") { Description = "Its file name; FILE's unless given. It is sealed.", HelpName = "NAME" };
    private readonly Option<string> _type = new("--type") { Description = "Its media type; what the name suggests unless given.", HelpName = "TYPE" };

    public ItemAdd()
        : base("add", "Adds an item to an accepted case: what a request's execution brought in, or what goes with what we send. It is sealed on the way in.",
            "rogatory item add 7K3Q-F2M9-X4TD accounts accounts.csv --data-category bank-records --data-category identity")
    {
        Add(_case);
        Add(_item);
        Add(_file);
        Add(_categories);
        Add(_origin);
        Add(_state);
        Add(_instrument);
        Add(_name);
        Add(_type);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var (@case, item, path) = (Typed.Case(line.GetRequiredValue(_case)), Typed.Item(line.GetRequiredValue(_item)), line.GetRequiredValue(_file));
        var name = line.GetValue(_name) ?? Path.GetFileName(path);
        var type = line.GetValue(_type) ?? MediaTypes.Of(name);
        if (!MediaTypeHeaderValue.TryParse(type, out _)) throw CommandFailedException.Usage("--type is not a media type such as text/csv.");

        var total = new FileInfo(path).Length;
        var (size, sha256) = await screen.WithProgressAsync($"Digest of {item}", total, report => Files.DigestAsync(path, report, cancellationToken));
        var answer = await Retry.RunAsync(screen, () => screen.WithProgressAsync($"Sending {item}", size, async report =>
        {
            using var content = new FileContent(path, size, report, type);
            content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = name };
            Declare(line, content);
            return await authority.UploadAsync($"/cases/{@case}/items/{item}", content, ContentDigest.FromSha256(sha256), cancellationToken);
        }), cancellationToken);
        return new Answer(answer, $"Item {item} is sealed ({PlainText.Size(size)}).");
    }

    private void Declare(ParseResult line, FileContent content)
    {
        Add("Rogatory-Data-Categories", line.GetRequiredValue(_categories));
        Add("Rogatory-Origin", line.GetValue(_origin));
        Add("Rogatory-Origin-State", line.GetValue(_state));
        Add("Rogatory-Origin-Instrument", line.GetValue(_instrument));

        // A line feed in a field would begin another.
        void Add(string field, params string?[] codes)
        {
            string[] given = [.. codes.OfType<string>()];
            if (given.Any(code => code.Length == 0 || !code.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')))
                throw CommandFailedException.Usage("A code that was given is none: codes are letters, digits and hyphens.");
            if (given.Length > 0) content.Headers.Add(field, string.Join(", ", given));
        }
    }
}
