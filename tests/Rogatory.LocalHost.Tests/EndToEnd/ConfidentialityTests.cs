using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Access.Signatures;

namespace Rogatory.LocalHost.Tests.EndToEnd;

[Collection(KillableCollection.Name)]
public sealed class ConfidentialityTests(KillableSystem system)
{
    private const string Marker = "Zqx7Marker-SecretOfTheCase-Wvb3";

    private Callers Callers => system.Callers;

    [Fact]
    public async Task Nothing_sensitive_rests_in_storage_or_reaches_the_console_in_the_clear()
    {
        await system.EnsureHostAsync();
        byte[] content = Encoding.UTF8.GetBytes($"The account holder is {Marker}.");
        JsonObject letter = Marked(content);
        string @case = (string)(await Callers.Partner.OpenAsync(letter)).Is(201).Json["case"]!;
        string path = $"/api/v1/requests/{@case}/items/statement";
        (await Callers.Partner.CallAsync(HttpMethod.Put, path, Encoding.UTF8.GetBytes($"Not as signed {Marker}"), Callers.Partner.Sign("PUT", path, ContentDigest.Of(content)))).Refuses(422, "length-mismatch");
        await Callers.SendAsync(@case, ("statement", content));
        await Callers.ReceiptAsync(@case);
        await Callers.ClassifiedAsync(@case);
        Officer officer = Callers.Officer();
        Assert.Equal(content, (await officer.ReadAsync(@case, "statement", $"To check {Marker}.")).Is(200).Body);
        (await officer.DecideAsync(@case, "accept", reasons: $"Because of {Marker}.")).Is(200);

        JsonObject proposal = new()
        {
            ["items"] = new JsonArray("statement"),
            ["partner"] = Callers.Partner.Id.ToString(),
            ["facts"] = new JsonObject { ["necessity"] = new JsonObject { ["value"] = true, ["reasons"] = $"Needed for {Marker}." } },
        };
        (await officer.PostAsync($"/cases/{@case}/disclosures", Encoding.UTF8.GetBytes(proposal.ToJsonString()))).Is(201);
        proposal["facts"]![Marker] = Marker;
        (await officer.PostAsync($"/cases/{@case}/disclosures", Encoding.UTF8.GetBytes(proposal.ToJsonString()))).Is(400);

        (await officer.AddAsync(@case, "accounts", content, ("Content-Disposition", $"attachment; filename={Marker}.csv"))).Is(201);
        (await officer.AddAsync(@case, "other", content, ("Content-Disposition", $"attachment; filename={Marker}/x.csv"), ("Rogatory-Origin", Marker))).Refuses(400, "item-malformed");
        JsonObject act = new() { ["ground"] = "pending-proceedings", ["citation"] = "LED art. 16(3)", ["reasons"] = $"Because of {Marker}.", ["items"] = new JsonArray("accounts") };
        foreach ((string call, string ground) in ((string, string)[])[("erasures", "no-longer-needed"), ("holds", "pending-proceedings")])
        {
            act["ground"] = ground;
            (await officer.PostAsync($"/cases/{@case}/{call}", Encoding.UTF8.GetBytes(act.ToJsonString()))).Is(201);
        }

        act["ground"] = Marker;
        (await officer.PostAsync($"/cases/{@case}/holds", Encoding.UTF8.GetBytes(act.ToJsonString()))).Refuses(400, "body-malformed");
        JsonObject ours = Marked(content);
        ours["items"] = new JsonArray();
        string asked = (string)(await officer.OpenAsync("outgoing", Callers.Partner.Id.ToString(), ours)).Is(201).Json["case"]!;
        (await officer.OpenAsync("spontaneous", Callers.Partner.Id.ToString(), ours)).Refuses(400, "request-malformed");

        JsonObject correction = new() { ["ground"] = "inaccurate", ["citation"] = "LED art. 16(1)", ["reasons"] = $"Wrong about {Marker}.", ["content"] = Convert.ToBase64String(content), ["name"] = $"{Marker}.txt" };
        (await officer.PostAsync($"/cases/{@case}/items/statement/rectification", Encoding.UTF8.GetBytes(correction.ToJsonString()))).Is(200);
        correction["name"] = $"{Marker}/x.txt";
        (await officer.PostAsync($"/cases/{@case}/items/statement/rectification", Encoding.UTF8.GetBytes(correction.ToJsonString()))).Refuses(400, "correction-malformed");
        JsonObject restriction = new() { ["ground"] = "accuracy-contested", ["citation"] = "LED art. 16(3)", ["reasons"] = $"Contested by {Marker}." };
        (await officer.PostAsync($"/cases/{@case}/items/statement/restriction", Encoding.UTF8.GetBytes(restriction.ToJsonString()))).Is(200);
        restriction["ground"] = Marker;
        (await officer.PostAsync($"/cases/{@case}/items/statement/restriction", Encoding.UTF8.GetBytes(restriction.ToJsonString()))).Refuses(400, "body-malformed");

        // Refusals as well: what was sent is not repeated to anyone but the sender.
        letter[Marker] = Marker;
        (await Callers.Partner.OpenAsync(letter)).Is(400);
        (await officer.DecideAsync(@case, Marker)).Is(400);
        (await officer.DecideAsync(@case, "refuse", $"{Marker} says so, UNCAC art. 46")).Refuses(400, "decision-malformed");
        restriction["ground"] = "accuracy-contested";
        restriction["citation"] = $"LED art. 16(3), as {Marker} told";
        (await officer.PostAsync($"/cases/{@case}/items/statement/restriction", Encoding.UTF8.GetBytes(restriction.ToJsonString()))).Refuses(400, "correction-malformed");
        (await officer.GetAsync($"/cases/{Marker}")).Is(404);
        (await officer.GetAsync($"/cases?stage={Marker}")).Is(400);

        IReadOnlyList<(string Where, byte[] Bytes)> everything = await system.Storage.EverythingAsync();
        Assert.True(everything.Count > 20, "Storage was not read.");
        byte[][] traces = [.. Traces(Encoding.UTF8.GetBytes(Marker)), .. Digests(SHA256.HashData(content))];
        Assert.Empty(everything.Where(one => traces.Any(trace => one.Bytes.AsSpan().IndexOf(trace) >= 0 || one.Where.Contains(Marker, StringComparison.Ordinal))).Select(one => one.Where));
        byte[] console = Encoding.UTF8.GetBytes(system.Output);
        Assert.DoesNotContain(traces, trace => console.AsSpan().IndexOf(trace) >= 0);
        Assert.DoesNotContain(Marker, (await Callers.LedgerAsync(@case)).Text + (await Callers.LedgerAsync(asked)).Text, StringComparison.Ordinal);
    }

    private static JsonObject Marked(byte[] content)
    {
        JsonObject letter = Letter.Declaring(("statement", content));
        letter["reference"] = $"{letter["reference"]}-{Marker}";
        letter["facts"] = $"Facts {Marker}";
        (letter["authority"]!["name"], letter["authority"]!["contact"]) = ($"Name {Marker}", $"Contact {Marker}");
        (letter["proceeding"]!["subject"], letter["proceeding"]!["conductedBy"]) = ($"Subject {Marker}", $"By {Marker}");
        (letter["offences"]![0]!["description"], letter["offences"]![0]!["law"]) = ($"Offence {Marker}", $"Law {Marker}");
        (letter["assistance"]![0]!["description"], letter["assistance"]![0]!["procedure"]) = ($"Help {Marker}", $"How {Marker}");
        (letter["persons"]![0]!["name"], letter["persons"]![0]!["address"]) = ($"Person {Marker}", $"Address {Marker}");
        letter["items"]![0]!["name"] = $"{Marker}.csv";
        return letter;
    }

    /// <summary>The bytes as they stand, in UTF-16, in hex, and in base64 at each of the three places they can begin.</summary>
    private static IEnumerable<byte[]> Traces(byte[] secret)
    {
        yield return secret;
        yield return Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(secret));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(secret));
        for (int skip = 0; skip < 3; skip++)
            yield return Encoding.ASCII.GetBytes(Convert.ToBase64String(secret[skip..^((secret.Length - skip) % 3)]));
    }

    private static IEnumerable<byte[]> Digests(byte[] digest)
    {
        yield return digest;
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(digest));
        yield return Encoding.ASCII.GetBytes(Convert.ToBase64String(digest)[..42]);
    }
}
