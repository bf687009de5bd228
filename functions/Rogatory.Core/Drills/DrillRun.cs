using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Drills;

/// <summary>A drill as one officer plays it once. It has a case, and partners, of its own.</summary>
/// <param name="Case">The case, which names the run too.</param>
/// <param name="Drill">The drill's id.</param>
/// <param name="Version">The drill's version.</param>
/// <param name="Digest">Which file it was played from.</param>
/// <param name="Officer">Who plays.</param>
/// <param name="Number">The how-manieth time this officer plays it.</param>
/// <param name="StartedAt">When it began.</param>
public sealed partial record DrillRun(CaseId Case, string Drill, DateOnly Version, string Digest, OfficerId Officer, int Number, DateTimeOffset StartedAt)
{
    private const int SuffixCharacters = 8;

    /// <summary>The steps that were taken, with the status that each call was answered with; 0 for what was only told.</summary>
    public ImmutableSortedDictionary<string, int> Steps { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>The score, once there is one: the run is over then.</summary>
    public DrillScored? Scored { get; init; }

    /// <summary>The player, as ledgers name the actor.</summary>
    public string Player => $"officer:{Officer}";

    /// <summary>The reference of the request.</summary>
    public string Reference => ReferenceOf(Drill, Officer, Number);

    /// <summary>The reference of the request that a run's case opens with.</summary>
    public static string ReferenceOf(string drill, OfficerId officer, int number) => $"{drill}-{SuffixOf(drill, officer, number)}";

    /// <summary>The id of a partner that is made up for a run.</summary>
    public static PartnerId PartnerOf(string alias, string drill, OfficerId officer, int number) => PartnerId.Parse($"{alias}-{SuffixOf(drill, officer, number)}");

    /// <summary>The id of one of its partners.</summary>
    public PartnerId PartnerOf(string alias) => PartnerOf(alias, Drill, Officer, Number);

    /// <summary>A drill's text with the run's ids in place of <c>{case}</c>, <c>{disclosure}</c>, <c>{player}</c> and <c>{partner:alias}</c>.</summary>
    public string Fill(string text) => Placeholder().Replace(text, found => found.Groups["name"].Value switch
    {
        "case" => Case.ToString(),
        "disclosure" => $"{Case}-1",
        "player" => Officer.ToString(),
        var partner => PartnerOf(partner["partner:".Length..]).ToString(),
    });

    internal DrillRun With(DrillStepTaken taken) => this with { Steps = Steps.SetItem(taken.Step, taken.Status) };

    private static string SuffixOf(string drill, OfficerId officer, int number) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{drill}\n{officer}\n{number.ToString(CultureInfo.InvariantCulture)}")))[..SuffixCharacters];

    [GeneratedRegex(@"\{(?<name>case|disclosure|player|partner:[a-z0-9-]{2,31})\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
