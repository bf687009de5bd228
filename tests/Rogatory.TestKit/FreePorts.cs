using System.Net;
using System.Net.Sockets;

namespace Rogatory.TestKit;

/// <summary>Origins on ports that were free a moment ago, for what must know its own origin before it starts.</summary>
public static class FreePorts
{
    public static Uri[] Origins(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            listeners.ForEach(listener => listener.Start());
            return [.. listeners.Select(listener => new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"))];
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }
}
