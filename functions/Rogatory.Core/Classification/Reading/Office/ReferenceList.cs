using Rogatory.Core.Classification.Reading.Markup;

namespace Rogatory.Core.Classification.Reading.Office;

/// <summary>The relationship ids of elements of one name, in order.</summary>
internal sealed class ReferenceList(string element) : MarkupHandler
{
    private const int Most = 10_000;

    private readonly List<string> _ids = [];
    private bool _isHere;

    public IReadOnlyList<string> Ids => _ids;

    public override void Open(string name) => _isHere = LocalName.Of(name) == element;

    public override void Attribute(string name, ReadOnlySpan<char> value, bool continues)
    {
        // The element's own id has no prefix; the relationship's has one.
        if (_isHere && !continues && _ids.Count < Most && name.EndsWith(":id", StringComparison.Ordinal)) _ids.Add(value.ToString());
    }
}
