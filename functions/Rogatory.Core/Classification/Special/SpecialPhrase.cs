namespace Rogatory.Core.Classification.Special;

/// <summary>A word or phrase that means nothing else; that a person is spoken of in the sentence makes it the surer.</summary>
internal sealed class SpecialPhrase(LexiconEntry entry, IReadOnlyList<string> people) : SpecialTerm(entry)
{
    private readonly IReadOnlyList<string> terms = LexiconEntry.Words(entry.Sure);
    private readonly IReadOnlyList<string> context = [.. people, .. LexiconEntry.Words(entry.Context)];

    public override string Id => $"{Category}-phrase";

    public override IReadOnlyList<string> Terms => terms;

    public override IReadOnlyList<string> Context => context;

    protected override bool IsOfSomebody(ReadOnlySpan<char> text, int start) => Pronouns.StandBefore(text, start);

    protected override double Confidence(bool supported) => supported ? 0.88 : 0.75;
}
