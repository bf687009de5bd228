using System.Xml;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Which styles of a document hide their text (ISO/IEC 29500-1, 17.3.2.41).</summary>
internal sealed class HiddenStyles
{
    private const int MostSteps = 32;

    private readonly Dictionary<string, (string? Base, bool? IsHidden)> _styles = new(StringComparer.Ordinal);
    private string? _usual;
    private bool _hidesByDefault;

    /// <summary>Whether text in this style is hidden; without a name, in that which paragraphs have by themselves.</summary>
    public bool Hides(string? style)
    {
        string? name = style ?? _usual;
        for (int step = 0; step < MostSteps && name is not null && _styles.TryGetValue(name, out var one); step++)
        {
            if (one.IsHidden is { } isHidden) return isHidden;
            name = one.Base;
        }
        return _hidesByDefault;
    }

    public void Read(XmlReader reader)
    {
        string? id = null;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            switch (reader.LocalName)
            {
                case "style":
                    id = Attribute(reader, "styleId") ?? "";
                    _styles[id] = (null, null);
                    if (Attribute(reader, "type") == "paragraph" && IsOn(Attribute(reader, "default"), missing: false)) _usual = id;
                    break;
                case "basedOn" when id is not null:
                    _styles[id] = _styles[id] with { Base = Attribute(reader, "val") };
                    break;
                case "vanish" or "specVanish" when id is null:
                    _hidesByDefault = IsOn(Attribute(reader, "val"), missing: true);
                    break;
                case "vanish" or "specVanish":
                    _styles[id] = _styles[id] with { IsHidden = IsOn(Attribute(reader, "val"), missing: true) };
                    break;
            }
        }
    }

    /// <summary>An attribute by its local name.</summary>
    public static string? Attribute(XmlReader reader, string name)
    {
        string? value = null;
        for (bool more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == name) value = reader.Value;
        }
        reader.MoveToElement();
        return value;
    }

    /// <summary>What a switch says.</summary>
    public static bool IsOn(string? value, bool missing) => value is null ? missing : value is not ("0" or "false" or "off" or "none");
}
