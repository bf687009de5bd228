using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Envelope;

namespace Rogatory.Cli.Disclosure;

/// <summary>An item in a bag.</summary>
/// <param name="Item">The item.</param>
/// <param name="Description">What its key envelope says of it.</param>
internal sealed record BagItem(ItemId Item, ItemDescription Description)
{
    /// <summary>Where it lies in the bag; no segment of it is as somebody else named it, if that is not safe.</summary>
    public string Path => $"data/{PayloadName.Of(Item.ToString())}/{PayloadName.Of(Description.Name)}";

    public string Sha256 => Convert.ToHexStringLower(Description.Sha256);

    public JsonObject ToJson() => new()
    {
        ["item"] = Item.ToString(),
        ["file"] = Path,
        ["name"] = Description.Name,
        ["type"] = Description.Type,
        ["size"] = Description.Size,
        ["sha256"] = Sha256,
    };
}
