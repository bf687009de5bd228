using System.IO.Compression;
using System.Xml;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>The parts of an Office document (ISO/IEC 29500-2) that an extract is made of, and the making of a new one.</summary>
internal sealed class OfficePackage : IDisposable
{
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = 1L << 30,
    };

    private readonly ZipArchive _archive;

    /// <exception cref="RefusedException">It is no archive that holds together.</exception>
    public OfficePackage(ReadOnlyMemory<byte> item)
    {
        try
        {
            _archive = new ZipArchive(ExtractBytes.AsStream(item), ZipArchiveMode.Read);
            // The directory is read when it is asked for.
            _ = _archive.Entries.Count;
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    /// <summary>The main part, as the package's relationships say, else of this name.</summary>
    public string Main(string name)
    {
        if (Has(name) && !Has("_rels/.rels")) return name;
        string? target = Relations("").FirstOrDefault(one => one.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target;
        return target is null ? name : target.TrimStart('/');
    }

    public bool Has(string name) => Find(name) is not null;

    /// <summary>How many parts are there that are neither of these nor the package's own tables.</summary>
    public int Others(IReadOnlySet<string> used) =>
        _archive.Entries.Count(entry => entry.Length > 0 && !used.Contains(entry.FullName) && !entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && entry.FullName != "[Content_Types].xml");

    /// <summary>Reads a part with a reader that resolves nothing; nothing is read of one that is not there.</summary>
    /// <exception cref="RefusedException">It is no well-formed XML.</exception>
    public void Read(string name, Action<XmlReader> read)
    {
        if (Find(name) is not { } entry) return;
        try
        {
            using Stream stream = entry.Open();
            using var reader = XmlReader.Create(stream, Settings);
            read(reader);
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException)
        {
            throw Damaged();
        }
    }

    /// <summary>What a part points to, by id; the targets are names of parts.</summary>
    public List<(string Id, string Type, string Target)> Relations(string part)
    {
        int slash = part.LastIndexOf('/') + 1;
        var relations = new List<(string Id, string Type, string Target)>();
        Read($"{part[..slash]}_rels/{part[slash..]}.rels", reader =>
        {
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship" || reader.GetAttribute("TargetMode") == "External") continue;
                relations.Add((reader.GetAttribute("Id") ?? "", reader.GetAttribute("Type") ?? "", Resolve(part[..slash], reader.GetAttribute("Target") ?? "")));
            }
        });
        return relations;
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>A new package of these parts, which says nothing of when or by whom.</summary>
    public static byte[] Make(ExtractLimits limits, IEnumerable<(string Name, Action<XmlWriter> Write)> parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, Action<XmlWriter> write) in parts)
            {
                ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = NoTime;
                using Stream stream = entry.Open();
                using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) });
                writer.WriteStartDocument(standalone: true);
                write(writer);
            }
        }
        return bytes.Length <= limits.ExtractSize ? bytes.ToArray() : throw ExtractRefusals.TooLarge("The extract", limits.ExtractSize);
    }

    /// <summary>The table of content types.</summary>
    public static (string Name, Action<XmlWriter> Write) Types(IEnumerable<(string Part, string Type)> parts) => ("[Content_Types].xml", writer =>
    {
        writer.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        Element(writer, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Element(writer, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        foreach ((string part, string type) in parts)
            Element(writer, "Override", ("PartName", part), ("ContentType", type));
        writer.WriteEndElement();
    });

    /// <summary>A table of relationships to parts of the package.</summary>
    public static (string Name, Action<XmlWriter> Write) Relations(string name, IEnumerable<(string Kind, string Target)> relations) => (name, writer =>
    {
        writer.WriteStartElement("Relationships", "http://schemas.openxmlformats.org/package/2006/relationships");
        int number = 0;
        foreach ((string kind, string target) in relations)
            Element(writer, "Relationship", ("Id", $"rId{++number}"), ("Type", $"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"), ("Target", target));
        writer.WriteEndElement();
    });

    private static void Element(XmlWriter writer, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        writer.WriteStartElement(name);
        foreach ((string attribute, string value) in attributes)
            writer.WriteAttributeString(attribute, value);
        writer.WriteEndElement();
    }

    private ZipArchiveEntry? Find(string name) => _archive.Entries.FirstOrDefault(entry => entry.FullName.TrimStart('/').Equals(name, StringComparison.OrdinalIgnoreCase));

    private static RefusedException Damaged() => ExtractRefusals.NotPossible("The document is damaged.", "Ask for it once more, or as PDF.");

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var path = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (string step in target.Split('/'))
        {
            if (step is "" or ".") continue;
            if (step != "..") path.Add(step);
            else if (path.Count > 0) path.RemoveAt(path.Count - 1);
        }
        return string.Join('/', path);
    }
}
