using Rogatory.Core.Case;

namespace Rogatory.Core.Tests.Case;

public sealed class CommandIdTests
{
    [Fact]
    public void A_derived_id_shows_its_kind_and_a_digest_prefix() =>
        // Worked out with Python's hashlib over the length-prefixed parts.
        Assert.Equal("seal:595f7ddb387d708565a680eb1523b46e", CommandId.Derive("seal", "7K3Q-F2M9-X4TD", "\u00e9").ToString());

    [Fact]
    public void The_same_parts_give_the_same_id() =>
        Assert.Equal(CommandId.Derive("seal", "a", "b"), CommandId.Derive("seal", "a", "b"));

    [Fact]
    public void Text_moved_between_parts_gives_another_id()
    {
        CommandId[] ids =
        [
            CommandId.Derive("k"), CommandId.Derive("k", ""), CommandId.Derive("k", "", ""), CommandId.Derive("k", "ab"),
            CommandId.Derive("k", "a", "b"), CommandId.Derive("k", "b", "a"), CommandId.Derive("k", "ab", ""), CommandId.Derive("k", "", "ab"),
            CommandId.Derive("ka", "b"),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void A_kind_that_an_id_cannot_hold_is_refused()
    {
        Assert.Throws<FormatException>(() => CommandId.Derive("Seal", "a"));
        Assert.Throws<FormatException>(() => CommandId.Derive(new string('a', 96), "a"));
        Assert.Equal(128, CommandId.Derive(new string('a', 95), "a").ToString().Length);
    }

    [Fact]
    public void A_part_with_a_lone_surrogate_is_refused_not_replaced() =>
        Assert.ThrowsAny<ArgumentException>(() => CommandId.Derive("seal", "\ud800"));
}
