namespace Rogatory.Core.Classification.Special;

/// <summary>An everyday word that is of the category where a word of its kind stands in the same sentence.</summary>
internal sealed class SpecialWord(LexiconEntry entry) : SpecialTerm(entry)
{
    private readonly IReadOnlyList<string> terms = LexiconEntry.Words(entry.Doubtful);
    private readonly IReadOnlyList<string> context = LexiconEntry.Words(entry.Context);

    public override string Id => $"{Category}-word";

    public override IReadOnlyList<string> Terms => terms;

    public override IReadOnlyList<string> Context => context;

    protected override double Confidence(bool supported) => supported ? 0.7 : 0;
}
