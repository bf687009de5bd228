namespace Rogatory.Core.Classification.Special;

/// <summary>An everyday word that is of the category where a word of its kind stands in the same sentence.</summary>
internal sealed class SpecialWord(LexiconEntry entry) : SpecialTerm(entry)
{
    private readonly IReadOnlyList<string> terms = LexiconEntry.Words(entry.Doubtful);
    private readonly IReadOnlyList<string> context = LexiconEntry.Words(entry.Context);

    public override string Id => $"{Category}-word";

    public override IReadOnlyList<string> Terms => terms;

    public override IReadOnlyList<string> Context => context;

    /// <summary>Of what somebody is, and not of what somebody has or does: <c>she is Catholic</c>, but also <c>her party</c>.</summary>
    protected override bool IsOfSomebody(ReadOnlySpan<char> text, int start) =>
        Category is "belief" or "ethnic-origin" or "sexual-orientation" && Pronouns.AreBefore(text, start);

    protected override double Confidence(bool supported) => supported ? 0.7 : 0;
}
