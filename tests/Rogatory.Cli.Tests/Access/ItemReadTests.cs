using System.Net;
using System.Net.Sockets;
using System.Text;
using Rogatory.Cli.Tests.Http;

namespace Rogatory.Cli.Tests.Access;

public sealed class ItemReadTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_content_goes_into_the_file_that_was_named_whatever_name_the_authority_gives()
    {
        await using var authority = new StubAuthority(call => call.AnswerAsync(
            206, "ccount", "text/csv", "Content-Disposition: attachment; filename*=UTF-8''..%2F..%2Fevil\r\n"));

        var ran = await Read(authority.Url, "--range", "1-6");

        Assert.True(ran.Status == 0, ran.Error);
        Assert.Equal("ccount", File.ReadAllText(_folder["read"]));
        Assert.Equal(["read"], _folder.Names);
        var call = Assert.Single(authority.Calls);
        Assert.Equal("bytes=1-6", call.Fields["Range"]);
        Assert.Equal("Vérification des comptes", Uri.UnescapeDataString(call.Fields["Rogatory-Justification"]));
        Assert.True(Ascii.IsValid(call.Fields["Rogatory-Justification"]));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["read"]));
    }

    [Fact]
    public async Task Content_that_is_cut_off_leaves_no_file_and_the_former_one_as_it_was()
    {
        _folder.Write("read", "former");
        await using var authority = new StubAuthority(call => call.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf"));

        var ran = await Read(authority.Url);

        Assert.Equal((int)ExitCode.Unreachable, ran.Status);
        Assert.Equal("former", File.ReadAllText(_folder["read"]));
        Assert.Equal(["read"], _folder.Names);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_authority_that_breaks_off_in_the_middle_is_said_to_have_and_not_the_file_to_be_missing(bool isReset)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var reading = Read($"http://{listener.LocalEndpoint}");
        using (var socket = await listener.AcceptSocketAsync())
        {
            await socket.ReceiveAsync(new byte[4096]);
            await socket.SendAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4000\r\n{new string('a', 0x4000)}\r\n"));
            // A reset drops what was not read yet, and is to come in the middle.
            while (!reading.IsCompleted && !new DirectoryInfo(_folder["."]).EnumerateFiles("read.*.part").Any(file => file.Length > 0)) await Task.Yield();
            if (isReset) socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        var ran = await reading;

        Assert.Equal((int)ExitCode.Unreachable, ran.Status);
        Assert.Contains("broke off in the middle of its answer", ran.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was written to the file. What is stored of statement may not be what was sealed.", ran.Error, StringComparison.Ordinal);
        Assert.Empty(_folder.Names);
    }

    private Task<Ran> Read(string url, params string[] more) => Ran.Of(
        ["item", "read", "7K3Q-F2M9-X4TD", "statement", "--justification", "Vérification des comptes", "--out", _folder["read"], "--token", "t", "--authority-url", url, .. more]);
}
