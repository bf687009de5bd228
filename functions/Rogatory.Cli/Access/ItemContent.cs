using Rogatory.Cli.Http;
using Rogatory.Core.Case;

namespace Rogatory.Cli.Access;

/// <summary>Fetches an item in plain.</summary>
internal static class ItemContent
{
    /// <summary>Copies the content to where it is wanted, and returns how many bytes it had.</summary>
    /// <exception cref="CommandFailedException">The authority refuses, can't be reached, or broke off.</exception>
    public static async Task<long> DownloadAsync(
        AuthorityClient authority, CaseId @case, string item, Action<HttpRequestMessage> prepare, Stream destination, Action<long> report, CancellationToken cancellationToken)
    {
        try
        {
            return await authority.DownloadAsync($"/cases/{@case}/items/{item}/content", prepare, destination, report, cancellationToken);
        }
        catch (CommandFailedException cut) when (cut.Slug == AuthorityClient.BrokeOff)
        {
            // The authority opens piece by piece as it sends, and has no other way to say that the next piece does not open.
            throw new CommandFailedException(
                cut.Code, cut.Slug, $"{cut.Message} What is stored of {item} may not be what was sealed.", "Try again. If it breaks off again, tell whoever runs the authority, and let nothing of the item go.", cut);
        }
    }
}
