using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Drills;
using Rogatory.Core.Receipt;

namespace Rogatory.Api.Drills;

/// <summary>Brings a run about: its partners are registered, and the one that asks sends its request with all that goes with it.</summary>
public sealed class DrillCast(ScriptedCaller caller, PartnerRegister partners, TimeProvider time)
{
    private const int KeyBits = 2048;

    /// <summary>Safe to run twice, and to take up after a crash anywhere.</summary>
    /// <exception cref="StorageUnavailableException">Something was not answered; it can be tried again.</exception>
    /// <exception cref="InvalidOperationException">The front door refused something: the drill's file is wrong.</exception>
    public async Task PrepareAsync(DrillDefinition drill, DrillRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drill);
        ArgumentNullException.ThrowIfNull(run);
        PartnerRegisterState known = await partners.ReadAsync(cancellationToken);
        foreach (DrillPartner partner in drill.Partners.Where(one => known.Find(run.PartnerOf(one.Alias)) is null))
            await RegisterAsync(run.PartnerOf(partner.Alias), partner, cancellationToken);

        PartnerId sender = run.PartnerOf(drill.From);
        byte[] request = JsonSerializer.SerializeToUtf8Bytes(RequestOf(drill, run));
        (await caller.AsPartnerAsync(sender, HttpMethod.Post, "/requests", request, "application/json", cancellationToken)).Expect("the request");
        foreach (DrillItem item in drill.Items)
            (await caller.AsPartnerAsync(sender, HttpMethod.Put, $"/requests/{run.Case}/items/{item.Id}", item.ToBytes(), item.Type, cancellationToken)).Expect(item.Id);
    }

    // The private half of the key to seal to is thrown away: what goes out in a drill can be opened by nobody.
    private async Task RegisterAsync(PartnerId id, DrillPartner partner, CancellationToken cancellationToken)
    {
        using var encryption = RSA.Create(KeyBits);
        DateTimeOffset now = time.GetUtcNow();
        JsonObject Dated(JsonObject key) => new() { ["key"] = key, ["validFrom"] = Statement.FormatTime(now.AddDays(-1)), ["validUntil"] = Statement.FormatTime(now.AddYears(1)) };
        var entry = new JsonObject
        {
            ["authority"] = partner.Name,
            ["jurisdiction"] = partner.Jurisdiction.ToString(),
            ["signingKeys"] = new JsonArray(Dated(caller.PublicKey.ToJson())),
            ["encryptionKeys"] = new JsonArray(Dated(RsaJwk.From(encryption).ToJson())),
        };
        ScriptedAnswer proposed = (await caller.AsOfficerAsync("admin", HttpMethod.Post, $"/partners/{id}/proposals", entry, cancellationToken)).Expect("a partner");
        (await caller.AsOfficerAsync(
            "second-admin", HttpMethod.Post, $"/partners/{id}/proposals/{proposed.Json["number"]}/decisions", new JsonObject { ["decision"] = "approve" }, cancellationToken)).Expect("a partner's keys");
        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        var undertaking = new JsonObject { ["digest"] = Convert.ToHexStringLower(SHA256.HashData("Made up for a drill."u8)), ["signedOn"] = $"{today:yyyy-MM-dd}", ["validUntil"] = $"{today.AddYears(1):yyyy-MM-dd}" };
        (await caller.AsOfficerAsync("admin", HttpMethod.Put, $"/partners/{id}/undertakings/1", undertaking, cancellationToken)).Expect("a partner's undertaking");
    }

    private static JsonObject RequestOf(DrillDefinition drill, DrillRun run)
    {
        JsonObject request = drill.Request.DeepClone().AsObject();
        request["reference"] = run.Reference;
        request["items"] = new JsonArray([.. drill.Items.Select(item => (Item: item, Content: item.ToBytes())).Select(one => new JsonObject
        {
            ["id"] = one.Item.Id,
            ["name"] = one.Item.Name,
            ["type"] = one.Item.Type,
            ["size"] = one.Content.Length,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(one.Content)),
        })]);
        return request;
    }
}
