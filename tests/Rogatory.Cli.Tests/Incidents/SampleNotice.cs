using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Ledger;

namespace Rogatory.Cli.Tests.Incidents;

/// <summary>A notice with everything that one can say.</summary>
internal static class SampleNotice
{
    public const string Json = """
        {"articles":["LED art. 30(1)","LED art. 30(3)"],"awareAt":"2026-11-22T09:00:00Z","cases":["7K3Q-F2M9-X4TD"],"consequences":"None that are known.","contactPoint":"dpo@authority.example",
         "controller":"Mutual assistance desk (made up)","delayReasons":"The system was down.\nIt was started again on Monday.","due":"2026-11-25T09:00:00Z","incident":"INC-7K3Q-F2M9-X4TD",
         "measures":{"onRecord":["hold-erasure","suspend-partner"],"statement":"The copy was destroyed."},
         "nature":{"affects":["integrity","availability"],"cause":"body-altered","description":"A sealed file of a case is not the one that was recorded.","keysLeft":0,"notKnown":1,
         "personCategories":["suspect","witness"],"personsAbout":3,"recordCategories":["bank-records","identity","communications-content"],"recordsAbout":1},
         "notice":"supervisory-authority","partner":null,"phase":1,"plainWords":null,"restrictions":"Not to be passed on.","toFollow":["measures"]}
        """;

    public static JsonObject Document => JsonNode.Parse(Json)!.AsObject();

    public static string Canonical => Encoding.UTF8.GetString(CanonicalJson.Serialize(Document));

    public static string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical)));
}
