using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Rogatory.Api.Authentication;
using Rogatory.Core.Receipt;

namespace Rogatory.LocalHost.Keys;

/// <summary>The directory that holds the development keys. Whoever can read it is the home authority, on this machine.</summary>
public sealed class DataDirectory(string path)
{
    private const int KekBits = 3072;
    private const string Enabled = "private";
    private const string Disabled = "disabled";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string SigningFile => Path.Combine(path, "signing.private.jwk");

    public string IssuerFile => Path.Combine(path, "issuer.private.jwk");

    private string SettingsFile => Path.Combine(path, "issuer.json");

    /// <summary>Makes the keys that are missing.</summary>
    public void Create()
    {
        Directory.CreateDirectory(path);
        if (KekFiles().Count == 0)
            MakeKek();
        CreateOnce(SigningFile, NewEcKey);
        CreateOnce(IssuerFile, NewEcKey);
    }

    /// <exception cref="InvalidOperationException">The keys were not made.</exception>
    public string Read(string file) =>
        File.Exists(file) ? File.ReadAllText(file) : throw new InvalidOperationException($"There is no {file}; make it with: init --data {path}");

    /// <summary>When a key was made; the start of its validity.</summary>
    public static DateTimeOffset MadeAt(string file) => DateTimeOffset.FromUnixTimeSeconds(new DateTimeOffset(File.GetLastWriteTimeUtc(file)).ToUnixTimeSeconds());

    public void WriteIssuer(OfficerTokenSettings settings) => WriteAtomically(SettingsFile, JsonSerializer.Serialize(settings));

    public OfficerTokenSettings ReadIssuer() =>
        File.Exists(SettingsFile)
            ? JsonSerializer.Deserialize<OfficerTokenSettings>(File.ReadAllText(SettingsFile))!
            : throw new InvalidOperationException("The host has not run with this directory yet, so there is no issuer to sign for.");

    /// <summary>The public half of the key that signs officers' tokens.</summary>
    public EcJwk IssuerKey()
    {
        (ECDsa key, string keyId) = PrivateJwk.ParseEc(Read(IssuerFile));
        using (key)
            return EcJwk.From(key, keyId);
    }

    /// <summary>The versions of the key-encryption key, the oldest first.</summary>
    public IReadOnlyList<KekFile> KekFiles()
    {
        List<KekFile> found = [];
        for (int version = 1; ; version++)
        {
            if (File.Exists(KekPath(version, Enabled)))
                found.Add(new KekFile(KekPath(version, Enabled), version, IsEnabled: true));
            else if (File.Exists(KekPath(version, Disabled)))
                found.Add(new KekFile(KekPath(version, Disabled), version, IsEnabled: false));
            else
                return found;
        }
    }

    /// <summary>Makes the next version, or leaves the one that another program made meanwhile.</summary>
    public void MakeKek()
    {
        string file = KekPath(KekFiles().Count + 1, Enabled);
        using var kek = RSA.Create(KekBits);
        WriteAtomically(file, PrivateJwk.Write(kek, $"local-kek/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}"), overwrite: false);
    }

    /// <summary>Another name, at once: there is no time at which neither is there.</summary>
    public void DisableKek(KekFile file) => File.Move(file.Path, KekPath(file.Version, Disabled));

    private string KekPath(int version, string state) =>
        Path.Combine(path, version == 1 ? $"kek.{state}.jwk" : string.Create(CultureInfo.InvariantCulture, $"kek.{version}.{state}.jwk"));

    private static string NewEcKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return PrivateJwk.Write(key);
    }

    private static void CreateOnce(string file, Func<string> make)
    {
        if (!File.Exists(file))
            WriteAtomically(file, make());
    }

    // A key half written by a killed process would lock everything sealed before out.
    private static void WriteAtomically(string file, string content, bool overwrite = true)
    {
        string draft = $"{file}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(content));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, file, overwrite);
        }
        catch (IOException) when (!overwrite && File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
