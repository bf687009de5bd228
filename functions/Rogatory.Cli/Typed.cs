using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Retention;

namespace Rogatory.Cli;

/// <summary>Identifiers as typed on the command line.</summary>
internal static class Typed
{
    public static CaseId Case(string text) =>
        CaseId.TryParse(text, out var @case) ? @case : throw CommandFailedException.Usage("CASE is not a case id, such as 7K3Q-F2M9-X4TD.");

    public static ItemId Item(string text) =>
        ItemId.TryParse(text, out var item) ? item : throw CommandFailedException.Usage("ITEM is not an item id: 1 to 40 lower-case letters, digits and hyphens.");

    public static PartnerId Partner(string text) =>
        PartnerId.TryParse(text, out var partner) ? partner : throw CommandFailedException.Usage("ID is not a partner's id: 2 to 40 lower-case letters, digits and hyphens.");

    public static OfficerId Officer(string text) =>
        OfficerId.TryParse(text, out var officer) ? officer : throw CommandFailedException.Usage("ID is not an officer's id: 2 to 64 lower-case letters, digits and hyphens.");

    public static DisclosureId Disclosure(string text) =>
        DisclosureId.TryParse(text, out var disclosure) ? disclosure : throw CommandFailedException.Usage("DISCLOSURE is not a disclosure's id, such as 7K3Q-F2M9-X4TD-1.");

    public static NoticeId Notice(string text) =>
        NoticeId.TryParse(text, out var notice) ? notice : throw CommandFailedException.Usage("NOTICE is not a notice's id, such as 7K3Q-F2M9-X4TD-N1.");

    /// <summary>Items to be sent, as <c>ID=FILE</c>.</summary>
    public static Dictionary<ItemId, string> ItemFiles(IEnumerable<string> texts)
    {
        var files = new Dictionary<ItemId, string>();
        foreach (var text in texts)
        {
            var (id, file) = text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (text[..at], text[(at + 1)..]) : (text, "");
            if (!ItemId.TryParseDeclared(id, out var item) || file.Length == 0)
                throw CommandFailedException.Usage($"{text} is not ID=FILE with an id of 1 to 40 lower-case letters, digits and hyphens, other than 'request'.");
            if (!files.TryAdd(item, file)) throw CommandFailedException.Usage($"The item {item} is named twice.");
        }
        return files;
    }
}
