using System.Text.Json.Nodes;

namespace Rogatory.Api.Drills;

/// <summary>What the front door answered someone whom the script plays.</summary>
public sealed record ScriptedAnswer(int Status, byte[] Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Holds for a success.</summary>
    /// <exception cref="InvalidOperationException">It was refused: the drill's file is wrong, or the space is not set up.</exception>
    public ScriptedAnswer Expect(string what) => IsSuccess ? this : throw new InvalidOperationException($"A drill can't begin: {what} was answered with {Status}.");

    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();
}
