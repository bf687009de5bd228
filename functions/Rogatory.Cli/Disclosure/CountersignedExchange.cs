using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Cli.Receipt;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;

namespace Rogatory.Cli.Disclosure;

/// <summary>
/// Signs a statement once, sends it until the authority has countersigned it, and keeps both. The authority takes one statement of a kind
/// and no other, so what was signed is kept before it is sent, and sent again as it is.
/// </summary>
/// <param name="statementFile">Where our statement is kept.</param>
/// <param name="countersignatureFile">Where the countersignature is kept.</param>
internal sealed class CountersignedExchange(string statementFile, string countersignatureFile)
{
    private const int MostBytes = ReceiveCollection.MostCharacters;

    /// <summary>Does what is left to do; nothing, when it is done.</summary>
    /// <returns>False when all was done before.</returns>
    /// <exception cref="CommandFailedException">The authority refuses it, can't be reached, or answers with something that does not verify.</exception>
    public Task<bool> RunAsync(
        DisclosureId disclosure, string type, Func<JsonObject> payload, string path, AuthorityClient authority, IStatementSigner signer,
        IReadOnlyList<VerificationKey> keys, Screen screen, CancellationToken cancellationToken) =>
        RunAsync(type, payload, path, Countersignature.Type, signed =>
        {
            var read = Countersignature.FromJson(signed);
            return read.Disclosure == disclosure ? read.Statement : null;
        }, authority, signer, keys, screen, cancellationToken);

    /// <summary>Does what is left to do; nothing, when it is done.</summary>
    /// <param name="type">The kind of our statement.</param>
    /// <param name="payload">What it says.</param>
    /// <param name="path">The call that takes it.</param>
    /// <param name="countersignatureType">The kind of the authority's countersignature.</param>
    /// <param name="countersigned">The digest of the statement that a countersignature is for; null when it is about another matter.</param>
    /// <param name="authority">The authority.</param>
    /// <param name="signer">Our key.</param>
    /// <param name="keys">The authority's keys.</param>
    /// <param name="screen">Where to say what is waited for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when all was done before.</returns>
    public async Task<bool> RunAsync(
        string type, Func<JsonObject> payload, string path, string countersignatureType, Func<JsonObject, string?> countersigned,
        AuthorityClient authority, IStatementSigner signer, IReadOnlyList<VerificationKey> keys, Screen screen, CancellationToken cancellationToken)
    {
        if (!File.Exists(statementFile))
            await WriteAsync(statementFile, await Statement.SignAsync(type, payload(), signer, cancellationToken));
        var statement = await ReadAsync(statementFile);
        if (File.Exists(countersignatureFile))
        {
            Verify(await ReadAsync(countersignatureFile));
            return false;
        }
        try
        {
            var countersignature = await Retry.RunAsync(screen, () => authority.SendStatementAsync(path, statement, cancellationToken), cancellationToken);
            Verify(countersignature);
            await WriteAsync(countersignatureFile, countersignature);
            return true;
        }
        catch (CommandFailedException refused) when (refused.Slug == "receipt-invalid")
        {
            // It was never stored, and never will be: signed with a key that is registered no longer, or by a clock that is wrong.
            File.Delete(statementFile);
            throw;
        }

        void Verify(string countersignature)
        {
            try
            {
                if (countersigned(Statement.Verify(countersignature, countersignatureType, keys)) != DisclosureStatements.DigestOf(statement))
                    throw ReceiptCheck.Broken("countersignature-other", "The authority's countersignature is for another statement than ours.");
            }
            catch (InvalidStatementException broken)
            {
                throw new CommandFailedException(ExitCode.Breaks, $"countersignature-{broken.Reason}", $"The countersignature does not verify: {broken.Message}", inner: broken);
            }
        }

        async Task<string> ReadAsync(string file) => Encoding.ASCII.GetString(await Files.ReadBytesAsync(file, MostBytes, cancellationToken));

        Task WriteAsync(string file, string text) => Files.ReplaceAsync(file, Encoding.ASCII.GetBytes(text), cancellationToken);
    }
}
