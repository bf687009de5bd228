using System.Net;
using System.Net.Sockets;

namespace Rogatory.LocalHost.Tests;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_document_that_is_served_is_the_one_that_is_committed()
    {
        int[] ports = FreePorts(2);
        string data = Directory.CreateTempSubdirectory("rogatory-openapi-").FullName;
        await using LocalHostServer host = await LocalHostServer.StartAsync(new LocalHostOptions
        {
            Data = data,
            Listen = Origin(ports[0]),
            Origin = Origin(ports[0]),
            Issuer = Origin(ports[1]),
            // Nothing listens there: the document does not need storage.
            Blob = new Uri("http://127.0.0.1:9/devstoreaccount1"),
            Queue = new Uri("http://127.0.0.1:9/devstoreaccount1"),
        });
        using var http = new HttpClient();

        string served = (await http.GetStringAsync(new Uri(Origin(ports[0]), "/api/v1/openapi.json"))).ReplaceLineEndings("\n").TrimEnd() + "\n";

        string root = Root();
        string committed = Path.Combine(root, "functions", "Rogatory.Api", "openapi.json");
        string artifact = Path.Combine(root, "artifacts", "openapi.json");
        Directory.CreateDirectory(Path.GetDirectoryName(artifact)!);
        await File.WriteAllTextAsync(artifact, served);
        Assert.True(
            File.Exists(committed) && await File.ReadAllTextAsync(committed) == served,
            "The calls changed. Read artifacts/openapi.json, and if it is what you mean, copy it to functions/Rogatory.Api/openapi.json.");
        Directory.Delete(data, recursive: true);
    }

    private static Uri Origin(int port) => new($"http://127.0.0.1:{port}/");

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (TcpListener listener in listeners)
            listener.Start();
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (TcpListener listener in listeners)
            listener.Dispose();
        return ports;
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Serverless.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder!;
    }
}
