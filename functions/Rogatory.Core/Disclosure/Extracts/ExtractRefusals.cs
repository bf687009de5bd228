namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>The refusals of the making of extracts. None names what the item holds.</summary>
internal static class ExtractRefusals
{
    public static RefusedException Malformed(string pointer, string detail) => RefusedException.Malformed("extract-malformed", pointer, detail);

    public static RefusedException NotPossible(string cause, string cure) => new("extract-not-possible", $"{cause} {cure}");

    public static RefusedException NotThere(string what, string format, string cure) => NotPossible($"An item in this format ({format}) has no {what}.", cure);

    public static RefusedException Empty() => new("extract-empty", "Nothing of the item would be left. Keep more of it.");

    public static RefusedException NothingRemoved() =>
        new("extract-nothing-removed", "Nothing would be removed: the extract would be the whole item. Keep less, or name what the item holds; or disclose it as it is, for a reason.");

    public static RefusedException TooLarge(string what, long most) =>
        new("extract-too-large", $"{what} would be larger than {most} bytes. Keep fewer rows, lines or pages.");

    public static RefusedException SourceTooLarge(long most) =>
        new("extract-too-large", $"The item is larger than {most} bytes, which is the most an extract is made of. Ask its sender for it in parts.");

    public static RefusedException TooManyValues() =>
        new("extract-too-large", "So many different values would be removed that they can't all be searched for. Keep fewer rows or lines, or keep columns instead of removing them.");

    public static RefusedException LeftOver(string label, string place, string cure) =>
        new("extract-left-over", $"A value that was removed ({label}) is still there: {place}. {cure}");
}
