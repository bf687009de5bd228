using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Rogatory.Core.Case;
using Rogatory.Core.Drills;
using Rogatory.Core.Access;
using Rogatory.Core.Policy;

namespace Rogatory.Functions;

/// <summary>What the deployment tells the program. None of it is a secret. A value that is missing or not of its form stops the start.</summary>
/// <param name="configuration">The app's settings.</param>
/// <param name="environment">Where the program runs.</param>
public sealed class Settings(IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>Real matters, or drills.</summary>
    public Space Space => Space.TryParse(Text("ROGATORY_SPACE"), out Space? space) ? space : throw NotOfItsForm("ROGATORY_SPACE");

    public string Authority => Text("ROGATORY_AUTHORITY");

    public StateCode Jurisdiction =>
        StateCode.TryParse(Text("ROGATORY_JURISDICTION"), out StateCode state) ? state : throw NotOfItsForm("ROGATORY_JURISDICTION");

    public string Region => Text("ROGATORY_REGION");

    public string Origin => Text("ROGATORY_ORIGIN");

    public string OfficerIssuer => Text("ROGATORY_OFFICER_ISSUER");

    public string OfficerAudience => Text("ROGATORY_OFFICER_AUDIENCE");

    /// <summary>Who has the role admin without an entry in the officer register: at least two.</summary>
    public FoundingAdmins Founders
    {
        get
        {
            try
            {
                return FoundingAdmins.Parse(Text("ROGATORY_FOUNDERS"));
            }
            catch (FormatException)
            {
                throw NotOfItsForm("ROGATORY_FOUNDERS");
            }
        }
    }

    public Uri Vault => Address("ROGATORY_VAULT_ENDPOINT");

    public Uri Ledger => Address("ROGATORY_LEDGER_ENDPOINT");

    public Uri Keys => Address("ROGATORY_KEYS_ENDPOINT");

    public Uri Inbound => Address("ROGATORY_INBOUND_ENDPOINT");

    public Uri State => Address("ROGATORY_STATE_ENDPOINT");

    /// <summary>The accounts that partners collect from, by region; the first is the one preferred.</summary>
    public IReadOnlyList<(string Region, Uri Endpoint)> Outbound =>
        [.. Text("ROGATORY_OUTBOUND").Split(',').Select(one => one.Split('=', 2) is [{ Length: > 0 } region, var address]
            ? (region, Address(address, "ROGATORY_OUTBOUND"))
            : throw NotOfItsForm("ROGATORY_OUTBOUND"))];

    /// <summary>Where material may lie: areas and states.</summary>
    public IReadOnlyList<string> Residency =>
        [.. Text("ROGATORY_RESIDENCY").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Select(one =>
            one is "EU" or "EEA" or "SCHENGEN" || StateCode.TryParse(one, out _) ? one : throw NotOfItsForm("ROGATORY_RESIDENCY"))];

    public bool IsReplicatedToPair => Text("ROGATORY_REPLICATION") switch
    {
        "none" => false,
        "paired" => true,
        _ => throw NotOfItsForm("ROGATORY_REPLICATION"),
    };

    public string Contact => Text("ROGATORY_CONTACT");

    public Uri KeyEncryptionKey => Address("ROGATORY_KEK");

    /// <summary>The keys of the space of drills whose results are taken for evidence: a JWK set; none without the setting.</summary>
    public DrillKeys DrillKeys
    {
        get
        {
            try
            {
                return configuration["ROGATORY_DRILL_KEYS"] is { Length: > 0 } set ? DrillKeys.Parse(set) : DrillKeys.None;
            }
            catch (FormatException)
            {
                throw NotOfItsForm("ROGATORY_DRILL_KEYS");
            }
        }
    }

    public Uri SigningKey => Address("ROGATORY_SIGNING_KEY");

    public string ServiceBus => Text("ServiceBus:fullyQualifiedNamespace");

    public BlobImmutabilityPolicyMode Immutability => Text("ROGATORY_IMMUTABILITY") switch
    {
        "Unlocked" => BlobImmutabilityPolicyMode.Unlocked,
        "Locked" => BlobImmutabilityPolicyMode.Locked,
        _ => throw NotOfItsForm("ROGATORY_IMMUTABILITY"),
    };

    /// <summary>The identity that the program runs and writes as.</summary>
    public TokenCredential Writer => Identity("ROGATORY_WRITER_CLIENT_ID");

    /// <summary>The identity that destroys key envelopes, and may do nothing else.</summary>
    public TokenCredential Eraser => Identity("ROGATORY_ERASER_CLIENT_ID");

    /// <summary>The identity that sets and lifts legal holds on bodies, and may do nothing else.</summary>
    public TokenCredential Holder => Identity("ROGATORY_HOLDER_CLIENT_ID");

    /// <summary>The identity that makes versions of the key-encryption key and disables them, and may neither wrap nor unwrap.</summary>
    public TokenCredential KeyKeeper => Identity("ROGATORY_KEY_KEEPER_CLIENT_ID");

    // No chain of credentials: in Azure the managed identity that is named or none, on a developer's machine who is signed in with az.
    private TokenCredential Identity(string name) => environment.IsDevelopment()
        ? new AzureCliCredential()
        : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(Text(name)));

    private Uri Address(string name) => Address(Text(name), name);

    private static Uri Address(string text, string name) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttps ? address : throw NotOfItsForm(name);

    private string Text(string name) =>
        configuration[name] is { Length: > 0 } text ? text : throw new InvalidOperationException($"The setting {name} is missing.");

    private static InvalidOperationException NotOfItsForm(string name) => new($"The setting {name} is not of its form.");
}
