using Rogatory.TestKit;

namespace Rogatory.LocalHost.Tests;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_document_that_is_served_is_the_one_that_is_committed()
    {
        Uri[] origins = FreePorts.Origins(2);
        string data = Directory.CreateTempSubdirectory("rogatory-openapi-").FullName;
        await using LocalHostServer host = await LocalHostServer.StartAsync(new LocalHostOptions
        {
            Data = data,
            Listen = origins[0],
            Origin = origins[0],
            Issuer = origins[1],
            // Nothing listens there: the document does not need storage.
            Blob = new Uri("http://127.0.0.1:9/devstoreaccount1"),
            Queue = new Uri("http://127.0.0.1:9/devstoreaccount1"),
        });
        using var http = new HttpClient();

        string served = (await http.GetStringAsync(new Uri(origins[0], "/api/v1/openapi.json"))).ReplaceLineEndings("\n").TrimEnd() + "\n";

        string committed = Samples.InRepository("functions", "Rogatory.Api", "openapi.json");
        string artifact = Samples.InRepository("artifacts", "openapi.json");
        Directory.CreateDirectory(Path.GetDirectoryName(artifact)!);
        await File.WriteAllTextAsync(artifact, served);
        Assert.True(
            File.Exists(committed) && await File.ReadAllTextAsync(committed) == served,
            "The calls changed. Read artifacts/openapi.json, and if it is what you mean, copy it to functions/Rogatory.Api/openapi.json.");
        Directory.Delete(data, recursive: true);
    }
}
