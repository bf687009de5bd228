using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>What an incident concerns, as the ledgers say.</summary>
/// <param name="Items">The items, as case and item with a slash between; at most 1,000.</param>
/// <param name="Records">How many items.</param>
/// <param name="Persons">About how many persons.</param>
/// <param name="Categories">The data categories.</param>
/// <param name="Subjects">Whom the data are about.</param>
/// <param name="Partners">The partners that they came from or went to.</param>
/// <param name="KeysLeft">The disclosures by which keys to them have left us.</param>
/// <param name="Unread">The cases whose ledgers could not be read.</param>
/// <param name="Rules">The rules that raised the severity.</param>
public sealed record IncidentAffectedView(
    IReadOnlyList<string> Items, long Records, long Persons, IReadOnlyList<string> Categories, IReadOnlyList<string> Subjects, IReadOnlyList<string> Partners,
    IReadOnlyList<string> KeysLeft, IReadOnlyList<string> Unread, IReadOnlyList<string> Rules)
{
    public static IncidentAffectedView Of(EffectsFound one) => new(
        [.. one.Items.Select(item => $"{item.Case}/{item.Item}")], one.Records, one.Persons, one.Categories, one.Subjects,
        [.. one.Partners.Select(partner => partner.Partner.ToString())], [.. one.Keys.Select(key => key.ToString())], [.. one.Unread.Select(unread => unread.ToString())], one.Rules);
}
