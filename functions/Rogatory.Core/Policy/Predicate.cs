using Rogatory.Core.Transfer;

namespace Rogatory.Core.Policy;

/// <summary>A three-valued question over facts.</summary>
internal abstract class Predicate
{
    public static readonly Predicate Always = new AllOf([]);

    /// <summary>One of these codes.</summary>
    public static Predicate In(string path, params string[] codes)
    {
        FactDefinition fact = FactVocabulary.Get(path);
        return new Among(fact, fact.BitsOf(codes) ?? throw new ArgumentException("The fact can't have these codes.", nameof(codes)));
    }

    public abstract Truth Evaluate(ReadOnlySpan<FactValue> facts);

    /// <summary>Every fact it asks for, once or more.</summary>
    public abstract IEnumerable<FactDefinition> Facts { get; }

    /// <summary>The facts that keep it unknown; asked only where it is.</summary>
    public abstract void CollectUnknown(ReadOnlySpan<FactValue> facts, ISet<FactDefinition> unknown);

    /// <summary>The combinations of codes that it tells apart, for a search over all of them.</summary>
    public abstract void CollectCodes(IDictionary<FactDefinition, ulong> codes);

    internal abstract class Combined(IReadOnlyList<Predicate> parts) : Predicate
    {
        protected Predicate[] Parts { get; } = [.. parts];

        public override IEnumerable<FactDefinition> Facts => Parts.SelectMany(part => part.Facts);

        public override void CollectUnknown(ReadOnlySpan<FactValue> facts, ISet<FactDefinition> unknown)
        {
            foreach (Predicate part in Parts)
            {
                if (part.Evaluate(facts) == Truth.Unknown)
                    part.CollectUnknown(facts, unknown);
            }
        }

        public override void CollectCodes(IDictionary<FactDefinition, ulong> codes)
        {
            foreach (Predicate part in Parts)
                part.CollectCodes(codes);
        }
    }

    internal sealed class AllOf(IReadOnlyList<Predicate> parts) : Combined(parts)
    {
        public override Truth Evaluate(ReadOnlySpan<FactValue> facts)
        {
            var all = Truth.True;
            foreach (Predicate part in Parts)
            {
                all = all.And(part.Evaluate(facts));
                if (all == Truth.False)
                    break;
            }

            return all;
        }
    }

    internal sealed class AnyOf(IReadOnlyList<Predicate> parts) : Combined(parts)
    {
        public override Truth Evaluate(ReadOnlySpan<FactValue> facts)
        {
            var any = Truth.False;
            foreach (Predicate part in Parts)
            {
                any = any.Or(part.Evaluate(facts));
                if (any == Truth.True)
                    break;
            }

            return any;
        }
    }

    internal sealed class NotOf(Predicate part) : Predicate
    {
        public override IEnumerable<FactDefinition> Facts => part.Facts;

        public override Truth Evaluate(ReadOnlySpan<FactValue> facts) => part.Evaluate(facts).Not();

        public override void CollectUnknown(ReadOnlySpan<FactValue> facts, ISet<FactDefinition> unknown) => part.CollectUnknown(facts, unknown);

        public override void CollectCodes(IDictionary<FactDefinition, ulong> codes) => part.CollectCodes(codes);
    }

    /// <summary>A flag or judgement that is true.</summary>
    internal sealed class Holds(FactDefinition fact) : Predicate
    {
        private readonly int _index = fact.Index;

        public override IEnumerable<FactDefinition> Facts => [fact];

        public override Truth Evaluate(ReadOnlySpan<FactValue> facts) => facts[_index].Truth;

        public override void CollectUnknown(ReadOnlySpan<FactValue> facts, ISet<FactDefinition> unknown)
        {
            if (!facts[_index].IsKnown)
                unknown.Add(fact);
        }

        public override void CollectCodes(IDictionary<FactDefinition, ulong> codes)
        {
            if (!codes.ContainsKey(fact))
                codes.Add(fact, 0);
        }
    }

    /// <summary>
    /// Whether anybody stated it at all, be it without reasons: for exceptions and grounds that matter only once they are raised. Of
    /// what the law makes of facts: whether it is known.
    /// </summary>
    internal sealed class Stated(FactDefinition fact) : Predicate
    {
        private readonly int _index = fact.Index;

        public override IEnumerable<FactDefinition> Facts => [fact];

        public override Truth Evaluate(ReadOnlySpan<FactValue> facts) => facts[_index].IsOpen ? Truth.Unknown : Truths.Of(facts[_index].IsStated);

        public override void CollectUnknown(ReadOnlySpan<FactValue> facts, ISet<FactDefinition> unknown)
        {
        }

        public override void CollectCodes(IDictionary<FactDefinition, ulong> codes)
        {
            if (!codes.ContainsKey(fact))
                codes.Add(fact, 0);
        }
    }

    /// <summary>A code among those given; for a fact of several codes, one of them at least.</summary>
    internal sealed class Among(FactDefinition fact, ulong bits) : Predicate
    {
        private readonly int _index = fact.Index;

        public override IEnumerable<FactDefinition> Facts => [fact];

        public override Truth Evaluate(ReadOnlySpan<FactValue> facts) =>
            facts[_index] is { IsKnown: true, Bits: var found } ? Truths.Of((found & bits) != 0) : Truth.Unknown;

        public override void CollectUnknown(ReadOnlySpan<FactValue> facts, ISet<FactDefinition> unknown)
        {
            if (!facts[_index].IsKnown)
                unknown.Add(fact);
        }

        public override void CollectCodes(IDictionary<FactDefinition, ulong> codes) =>
            codes[fact] = (codes.TryGetValue(fact, out ulong others) ? others : 0) | bits;
    }
}
