using Rogatory.Core.Classification.Reading.Markup;

namespace Rogatory.Core.Classification.Reading.Office;

/// <summary>What a part of an Office document points to (ISO/IEC 29500-2): other parts by id, and places outside.</summary>
internal sealed class Relationships : MarkupHandler
{
    private const int Most = 10_000;

    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);
    private readonly List<string> _outside = [];
    private string _id = "", _target = "";
    private bool _isOutside;

    /// <summary>Targets by relationship id, as written.</summary>
    public IReadOnlyDictionary<string, string> Parts => _parts;

    /// <summary>Addresses outside of the document.</summary>
    public IReadOnlyList<string> Outside => _outside;

    public override void Open(string name) => (_id, _target, _isOutside) = ("", "", false);

    public override void Attribute(string name, ReadOnlySpan<char> value, bool continues)
    {
        if (name == "Id" && !continues) _id = value.ToString();
        else if (name == "Target" && !continues) _target = value.ToString();
        else if (name == "TargetMode") _isOutside = value.Equals("External", StringComparison.OrdinalIgnoreCase);
    }

    public override void Opened(string name)
    {
        if (_target.Length == 0) return;
        if (_isOutside && _outside.Count < Most) _outside.Add(_target);
        else if (_parts.Count < Most) _parts.TryAdd(_id, _target);
    }
}
