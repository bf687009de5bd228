using System.Text.Json.Nodes;
using Rogatory.TestKit;

namespace Rogatory.Core.Tests.Intake;

/// <summary>Documents that open cases of ours.</summary>
internal static class SomeDocument
{
    /// <summary>A complete letter of request of ours.</summary>
    public static JsonObject Request(string reference = "NL-2026-77")
    {
        JsonObject tree = SampleRequests.ReadTree("uncac-bank-records");
        tree["reference"] = reference;
        tree["items"] = new JsonArray();
        return tree;
    }

    /// <summary>Information that nobody asked for.</summary>
    public static JsonObject Information(string reference = "NL-2026-78")
    {
        JsonObject tree = Request(reference);
        tree.Remove("assistance");
        tree.Remove("respondBy");
        return tree;
    }

    public static JsonObject With(this JsonObject tree, string member, JsonNode? value)
    {
        if (value is null)
            tree.Remove(member);
        else
            tree[member] = value;
        return tree;
    }
}
