using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Disclosure;

/// <summary>The signed statements of disclosures, each stored once under a name of its own.</summary>
public sealed class DisclosureStatements(StoredStatements stored)
{
    /// <summary>The statement's name among the statements.</summary>
    /// <param name="disclosure">The disclosure.</param>
    /// <param name="kind"><c>grant-…</c>, <c>manifest</c>, <c>receipt</c>, <c>countersignature</c>, <c>recall-…</c> or <c>acknowledgement</c>.</param>
    public static string NameOf(DisclosureId disclosure, string kind) => $"{disclosure.Case}/disclosures/{disclosure.Number}/{kind}";

    /// <summary>The kind of a statement that can be signed on several terms: what a run that crashed signed on other terms is another one.</summary>
    public static string KindOn(string kind, params ReadOnlySpan<string> terms) => CommandId.Derive(kind, terms).ToString().Replace(':', '-');

    /// <summary>Hex SHA-256 of a statement, by which ledgers and other statements name it.</summary>
    public static string DigestOf(string statement) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(statement)));

    /// <summary>Signs and stores a statement of ours. One that is stored already is the one that counts, so a run that crashed is taken up.</summary>
    /// <exception cref="StorageUnavailableException">Also when nobody could verify it: by our clock the key does not sign yet, or no longer.</exception>
    public Task<string> SignAsync(DisclosureId disclosure, string kind, string type, Func<Task<JsonObject>> payload, CancellationToken cancellationToken) =>
        stored.SignAsync(NameOf(disclosure, kind), type, payload, cancellationToken);

    /// <summary>Stores a statement that was verified.</summary>
    /// <returns>What is stored under the name: this one, or the one that was faster.</returns>
    public Task<string> StoreAsync(DisclosureId disclosure, string kind, string statement, CancellationToken cancellationToken) =>
        stored.StoreAsync(NameOf(disclosure, kind), statement, cancellationToken);

    /// <summary>The stored statement, or null.</summary>
    public Task<string?> FindAsync(DisclosureId disclosure, string kind, CancellationToken cancellationToken) =>
        stored.FindAsync(NameOf(disclosure, kind), cancellationToken);
}
