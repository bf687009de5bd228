using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>A connection on which every byte is sent by hand.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TcpClient _client = new();
    private NetworkStream _stream = null!;

    public static async Task<RawConnection> OpenAsync(Uri origin)
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(origin.Host, origin.Port);
        connection._stream = connection._client.GetStream();
        return connection;
    }

    public Task SendHeadAsync(string method, string target, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var head = new StringBuilder($"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        foreach (var (name, value) in fields)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        return SendAsync(Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()));
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await _stream.WriteAsync(bytes);

    /// <summary>Reads no further than the status line.</summary>
    public async Task ReadStatusAsync(int status)
    {
        var line = new byte[$"HTTP/1.1 {status}".Length];
        using var patience = new CancellationTokenSource(Patience);
        await _stream.ReadExactlyAsync(line, patience.Token);
        Assert.Equal($"HTTP/1.1 {status}", Encoding.Latin1.GetString(line));
    }

    /// <summary>The next answer, interim ones such as 100 (Continue) included; status 0 where the connection ends instead.</summary>
    public async Task<Answer> ReadAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var head = new List<byte>();
        var one = new byte[1];
        while (head.Count < 4 || head[^1] != '\n' || head[^3] != '\n')
        {
            if (await _stream.ReadAsync(one, patience.Token) == 0) return new Answer(0, [], new Dictionary<string, string>());
            head.Add(one[0]);
        }

        var lines = Encoding.Latin1.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0].ToLowerInvariant(), pair => pair[^1]);
        var body = new byte[int.Parse(headers.GetValueOrDefault("content-length", "0"), CultureInfo.InvariantCulture)];
        await _stream.ReadExactlyAsync(body, patience.Token);
        return new Answer(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), body, headers);
    }

    /// <summary>Waits until the other side has ended it, without reading what it sent before.</summary>
    public Task EndsAsync() => Eventually.TrueAsync("the connection is cut", () => Task.FromResult(_client.Client.Poll(0, SelectMode.SelectError) || !IsEstablished()));

    private bool IsEstablished() => System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
        .Any(one => one.LocalEndPoint.Equals(_client.Client.LocalEndPoint) && one.RemoteEndPoint.Equals(_client.Client.RemoteEndPoint) && one.State == System.Net.NetworkInformation.TcpState.Established);

    /// <summary>Reads until the connection ends, however that comes; gives how many bytes there were.</summary>
    public async Task<long> ReadToEndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[64 * 1024];
        long count = 0;
        try
        {
            for (int read; (read = await _stream.ReadAsync(buffer, patience.Token)) > 0;) count += read;
        }
        catch (IOException)
        {
            // Reset by the other side.
        }

        return count;
    }

    /// <summary>Cuts the connection as a failing network does, without a goodbye.</summary>
    public void Cut()
    {
        _client.LingerState = new LingerOption(enable: true, seconds: 0);
        _client.Close();
    }

    public void Dispose() => _client.Dispose();
}
