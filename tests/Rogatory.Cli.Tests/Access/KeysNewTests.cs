using System.Text.Json.Nodes;
using Rogatory.Core.Receipt;

namespace Rogatory.Cli.Tests.Access;

public sealed class KeysNewTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_private_keys_go_into_a_file_that_only_its_owner_can_read()
    {
        var ran = await Ran.Of("keys", "new", "--out", _folder["partner.jwk"]);

        Assert.Equal(0, ran.Status);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["partner.jwk"]));
        var keys = JsonNode.Parse(File.ReadAllText(_folder["partner.jwk"]))!["keys"]!.AsArray();
        using var signing = PrivateJwk.ParseEc(keys[0]!.ToJsonString()).Key;
        using var encryption = PrivateJwk.ParseRsa(keys[1]!.ToJsonString()).Key;
        Assert.Equal(3072, encryption.KeySize);
    }

    [Fact]
    public async Task What_is_printed_is_the_public_halves_alone()
    {
        var ran = await Ran.Of("keys", "new", "--out", _folder["partner.jwk"]);

        // Parsing a public key refuses every private member.
        var signing = EcJwk.Parse(ran.Json["signingKey"]!.ToJsonString());
        Assert.IsType<RsaJwk>(Jwk.Parse(ran.Json["encryptionKey"]!.ToJsonString()));
        Assert.Contains(signing.KeyId, File.ReadAllText(_folder["partner.jwk"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_are_never_overwritten()
    {
        _folder.Write("partner.jwk", "precious");

        var ran = await Ran.Of("keys", "new", "--out", _folder["partner.jwk"]);

        Assert.Equal((int)ExitCode.Usage, ran.Status);
        Assert.Equal("precious", File.ReadAllText(_folder["partner.jwk"]));
    }

    [Fact]
    public async Task The_public_parts_are_printed_again_from_the_file()
    {
        using var folder = new Folder();
        var made = await Ran.Of("keys", "new", "--out", folder["partner.jwk"]);

        var again = await Ran.Of("keys", "public", folder["partner.jwk"]);

        Assert.Equal((0, made.Output), (again.Status, again.Output));
        Assert.Equal((int)ExitCode.Usage, (await Ran.Of("keys", "public", folder.Write("other.jwk", "{}"))).Status);
    }
}
