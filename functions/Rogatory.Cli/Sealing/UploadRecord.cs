using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Case;

namespace Rogatory.Cli.Sealing;

/// <summary>
/// What it takes to go on with an upload that was cut: a file of lines. The first says which upload, and holds the key, encrypted for
/// the partner's own public key; then a line with the digest of each sealed block, on disk before the block leaves this machine, and a line
/// with its number for each that storage has. Nothing in it can be read without the partner's private key but ids and sizes.
/// </summary>
internal sealed class UploadRecord : IDisposable
{
    private const int DigestCharacters = 64;

    private readonly string _path;
    private readonly Lock _turn = new();
    private readonly List<byte[]> _digests = [];
    private readonly HashSet<int> _stored = [];
    private FileStream? _file;

    private UploadRecord(string path, JsonObject head) => (_path, Head) = (path, head);

    /// <summary>The first line.</summary>
    public JsonObject Head { get; }

    /// <summary>How many blocks may have left this machine.</summary>
    public int Left => _digests.Count;

    /// <summary>The record's place: ids only, in the user's own folder for such things.</summary>
    public static string PathOf(string folder, CaseId @case, ItemId item) => Path.Combine(folder, $"{@case}.{item}.upload");

    public static string DefaultFolder() =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "rogatory");

    /// <summary>Begins a record, over an earlier one. It is on disk when this returns.</summary>
    public static UploadRecord Begin(string path, JsonObject head)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path);
        var record = new UploadRecord(path, head) { _file = Files.OpenSecretLog(path) };
        record.Write(head.ToJsonString());
        return record;
    }

    /// <summary>The record that is there; null when there is none that can be used. A last line that was cut is left out: what it was of never left.</summary>
    public static UploadRecord? Find(string path)
    {
        if (!File.Exists(path)) return null;
        var text = File.ReadAllText(path);
        var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0) return null;
        try
        {
            var record = new UploadRecord(path, Files.ParseJson(Encoding.UTF8.GetBytes(lines[0]), path));
            foreach (var line in lines[1..])
            {
                if (line.Length == DigestCharacters) record._digests.Add(Convert.FromHexString(line));
                else record._stored.Add(int.Parse(line, NumberStyles.None, CultureInfo.InvariantCulture));
            }
            if (text.Length > 0 && text[^1] != '\n') File.AppendAllText(path, "\n");
            record._file = Files.OpenSecretLog(path);
            return record;
        }
        catch (Exception unusable) when (unusable is CommandFailedException or FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>
    /// To be called with every block in order, before it leaves. Writes its digest down, or compares it with the one written down earlier.
    /// </summary>
    /// <returns>False when the block is not the one that may have left: the source changed.</returns>
    public bool Passes(int number, ReadOnlySpan<byte> block)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(block, digest);
        lock (_turn)
        {
            if (number < _digests.Count) return digest.SequenceEqual(_digests[number]);
            _digests.Add(digest.ToArray());
            Write(Convert.ToHexStringLower(digest));
            return true;
        }
    }

    public bool IsStored(int number)
    {
        lock (_turn) return _stored.Contains(number);
    }

    public void Store(int number)
    {
        lock (_turn)
        {
            if (_stored.Add(number)) _file!.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number}\n")));
        }
    }

    public void Delete()
    {
        Dispose();
        File.Delete(_path);
    }

    public void Dispose() => _file?.Dispose();

    private void Write(string line)
    {
        _file!.Write(Encoding.UTF8.GetBytes(line + "\n"));
        _file.Flush(flushToDisk: true);
    }
}
