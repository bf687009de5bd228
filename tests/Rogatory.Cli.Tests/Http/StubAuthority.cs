using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rogatory.Cli.Tests.Http;

/// <summary>An authority that answers as the test says, over a plain socket, so that it can also cut a call off in the middle.</summary>
internal sealed class StubAuthority : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<Call, Task> _answer;
    private readonly Task _serving;

    public StubAuthority(Func<Call, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public List<Call> Calls { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync();
                var call = await Call.ReadAsync(client.GetStream());
                Calls.Add(call);
                await _answer(call);
            }
            catch (Exception closed) when (closed is SocketException or InvalidOperationException or IOException)
            {
                if (!_listener.Server.IsBound) return;
            }
        }
    }

    /// <summary>A call as far as its fields; its content is read only when the test asks for it.</summary>
    internal sealed class Call(NetworkStream stream, string method, string target, Dictionary<string, string> fields)
    {
        public string Method { get; } = method;

        public string Target { get; } = target;

        public IReadOnlyDictionary<string, string> Fields { get; } = fields;

        public static async Task<Call> ReadAsync(NetworkStream stream)
        {
            var head = new StringBuilder();
            var one = new byte[1];
            while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                await stream.ReadExactlyAsync(one);
                head.Append((char)one[0]);
            }
            var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            var fields = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
            return new Call(stream, lines[0].Split(' ')[0], lines[0].Split(' ')[1], fields);
        }

        public async Task ContinueAsync() => await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray());

        public async Task<byte[]> ContentAsync(int? length = null)
        {
            var content = new byte[length ?? int.Parse(Fields["Content-Length"], System.Globalization.CultureInfo.InvariantCulture)];
            await stream.ReadExactlyAsync(content);
            return content;
        }

        public Task AnswerAsync(int status, string json, string type = "application/json", string more = "") =>
            SendAsync($"HTTP/1.1 {status} Some\r\nContent-Type: {type}\r\n{more}Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\nConnection: close\r\n\r\n{json}");

        public Task RefuseAsync(int status, string slug, string detail, string faults = "[]") =>
            AnswerAsync(status, $$"""{"type":"urn:rogatory:problem:{{slug}}","status":{{status}},"detail":"{{detail}}","faults":{{faults}}}""", "application/problem+json");

        /// <summary>Whatever bytes the test wants; the connection ends after them.</summary>
        public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

        public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await stream.WriteAsync(bytes);
    }
}
