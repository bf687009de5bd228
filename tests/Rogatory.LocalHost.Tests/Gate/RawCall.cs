using System.Net.Sockets;
using System.Text;
using Rogatory.LocalHost.Gate;

namespace Rogatory.LocalHost.Tests.Gate;

/// <summary>A call written byte by byte, for what no client library would send.</summary>
internal static class RawCall
{
    /// <summary>Status and error code of the answer.</summary>
    public static async Task<(int Status, string? Code)> SendAsync(GateServer gate, string method, string target, params string[] headers)
    {
        var head = await HeadAsync(gate, $"{method} {target} HTTP/1.1", headers);
        var code = head.FirstOrDefault(line => line.StartsWith("x-ms-error-code:", StringComparison.OrdinalIgnoreCase))?.Split(':')[1].Trim();
        return (int.Parse(head[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), code);
    }

    private static async Task<string[]> HeadAsync(GateServer gate, string requestLine, string[] headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(gate.Origin.Host, gate.Origin.Port);
        var host = headers.Any(header => header.StartsWith("Host:", StringComparison.Ordinal)) ? "" : $"Host: {gate.Origin.Authority}\r\n";
        var body = headers.Contains("Transfer-Encoding: chunked") ? "0\r\n\r\n" : "";
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(
            $"{requestLine}\r\n{host}Connection: close\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n{body}"));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var answer = await reader.ReadToEndAsync();
        return answer.Split("\r\n\r\n")[0].Split("\r\n");
    }
}
