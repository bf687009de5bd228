using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rogatory.TestKit;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>A letter of request as a partner would write it, with a reference that no other test has.</summary>
internal static class Letter
{
    private static int _letters;

    public static JsonObject Declaring(params IEnumerable<(string Id, byte[] Content)> items)
    {
        JsonObject letter = SampleRequests.ReadTree("uncac-bank-records");
        letter["reference"] = $"E2E-{Interlocked.Increment(ref _letters)}";
        letter["items"] = new JsonArray([.. items.Select(item => new JsonObject
        {
            ["id"] = item.Id,
            ["name"] = $"{item.Id}.bin",
            ["type"] = "application/octet-stream",
            ["size"] = item.Content.Length,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(item.Content)),
        })]);
        return letter;
    }
}
