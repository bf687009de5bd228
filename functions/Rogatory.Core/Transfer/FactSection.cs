namespace Rogatory.Core.Transfer;

/// <summary>A section of the facts' document: its members in the order of RFC 8785, each a fact, a further section, or the one map of resolved grounds.</summary>
internal sealed class FactSection(string path)
{
    public const string Resolved = "resolved";
    private readonly SortedDictionary<string, object?> _members = new(StringComparer.Ordinal);

    public string Path { get; } = path;

    public IEnumerable<(string Name, FactDefinition? Fact, FactSection? Section)> Members =>
        _members.Select(member => (member.Key, member.Value as FactDefinition, member.Value as FactSection));

    public void Add(string name, object? member) => _members.Add(name, member);

    public bool TryFind(string name, out FactDefinition? fact, out FactSection? section)
    {
        bool found = _members.TryGetValue(name, out object? member);
        (fact, section) = (member as FactDefinition, member as FactSection);
        return found;
    }
}
