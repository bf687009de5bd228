using System.Globalization;
using System.Text;
using System.Xml;

namespace Rogatory.LocalHost.Gate;

/// <summary>Adds each blob's policy and hold to a listing of a container, while it passes.</summary>
internal sealed class ListedProtections(ProtectionState state, GateRequest request)
{
    private const string Policy = "immutabilitypolicy";
    private const string Hold = "legalhold";
    private static readonly XmlReaderSettings Reading = new() { Async = true, DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = false };
    private static readonly XmlWriterSettings Writing = new() { Async = true, CheckCharacters = false, Encoding = new UTF8Encoding(false) };

    private readonly HashSet<string> _include = Include(request);
    private string _name = "";
    private bool _isCurrent;

    /// <summary>Whether a listing was asked to show any of it.</summary>
    public static bool AreWanted(GateRequest request) =>
        request.Comp == "list" && Include(request).Overlaps([Policy, Hold]);

    public async Task CopyAsync(Stream from, Stream to)
    {
        using var reader = XmlReader.Create(from, Reading);
        await using var writer = XmlWriter.Create(to, Writing);
        while (await reader.ReadAsync())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Name == "Name" && reader.Depth == 3)
            {
                (_name, _isCurrent) = (await reader.ReadElementContentAsStringAsync(), true);
                await writer.WriteElementStringAsync(null, "Name", null, _name);
            }
            if (reader.NodeType == XmlNodeType.Element && reader.Name == "Snapshot") _isCurrent = false;
            if (reader.NodeType == XmlNodeType.EndElement && reader.Name == "Properties" && reader.Depth == 3 && _isCurrent) await AddAsync(writer);
            await CopyNodeAsync(reader, writer);
        }
    }

    // Azure's clients write these with a capital, its documentation without.
    private static HashSet<string> Include(GateRequest request) =>
        request.Query.GetValueOrDefault("include", "").Split(',').ToHashSet(StringComparer.OrdinalIgnoreCase);

    private async Task AddAsync(XmlWriter writer)
    {
        var protection = state.Of(request.Path with { Blob = _name });
        if (protection.Until is { } until && _include.Contains(Policy))
        {
            await writer.WriteElementStringAsync(null, "ImmutabilityPolicyUntilDate", null, until.ToString("R", CultureInfo.InvariantCulture));
            await writer.WriteElementStringAsync(null, "ImmutabilityPolicyMode", null, protection.Locked ? "locked" : "unlocked");
        }
        if (protection.LegalHold && _include.Contains(Hold))
            await writer.WriteElementStringAsync(null, "LegalHold", null, "true");
    }

    private static async Task CopyNodeAsync(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = reader.IsEmptyElement;
                await writer.WriteStartElementAsync(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                await writer.WriteAttributesAsync(reader, defattr: false);
                if (isEmpty) await writer.WriteEndElementAsync();
                break;
            case XmlNodeType.EndElement:
                await writer.WriteFullEndElementAsync();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                await writer.WriteStringAsync(reader.Value);
                break;
        }
    }
}
