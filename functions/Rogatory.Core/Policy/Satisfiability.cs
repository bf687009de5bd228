using Rogatory.Core.Transfer;

namespace Rogatory.Core.Policy;

/// <summary>
/// Whether any facts give a predicate a truth. Facts are set one after the other; three-valued logic says of facts that are still open
/// whether the answer is settled, so whole branches are left out. What the law makes of facts counts as free: a predicate that only such
/// a bond between facts rules out is not found.
/// </summary>
internal static class Satisfiability
{
    public static bool CanBe(Predicate predicate, Truth truth)
    {
        var codes = new Dictionary<FactDefinition, ulong>();
        predicate.CollectCodes(codes);
        var values = new FactValue[codes.Count == 0 ? 0 : codes.Keys.Max(fact => fact.Index) + 1];
        foreach (FactDefinition fact in codes.Keys)
            values[fact.Index] = FactValue.Open;
        return Search(predicate, truth, values, [.. codes.OrderBy(one => one.Key.Index)], 0);
    }

    private static bool Search(Predicate predicate, Truth truth, FactValue[] values, KeyValuePair<FactDefinition, ulong>[] open, int next)
    {
        Truth settled = predicate.Evaluate(values);
        if (settled == truth && (settled != Truth.Unknown || next == open.Length))
            return true;
        if (settled != Truth.Unknown || next == open.Length)
            return false;
        FactDefinition fact = open[next].Key;
        foreach (FactValue value in Values(fact, open[next].Value))
        {
            values[fact.Index] = value;
            if (Search(predicate, truth, values, open, next + 1))
                return true;
        }

        values[fact.Index] = FactValue.Open;
        return false;
    }

    /// <summary>The values that a predicate can tell apart: each code it names, one that it does not, none; and unknown.</summary>
    private static IEnumerable<FactValue> Values(FactDefinition fact, ulong named)
    {
        yield return default;
        if (fact.Kind is FactKind.Flag or FactKind.Judgement)
        {
            yield return FactValue.OfFlag(true);
            yield return FactValue.OfFlag(false);
        }
        else if (fact.Kind is FactKind.Code or FactKind.Codes)
        {
            ulong all = fact.Codes.Count == 64 ? ulong.MaxValue : (1UL << fact.Codes.Count) - 1;
            for (ulong rest = named; rest != 0; rest &= rest - 1)
                yield return FactValue.OfBits(rest & ~(rest - 1));
            if ((all & ~named) is var others && others != 0)
                yield return FactValue.OfBits(others & ~(others - 1));
            if (fact.Kind == FactKind.Codes)
            {
                yield return FactValue.OfBits(0);
                yield return FactValue.OfBits(named);
            }
        }
        else
        {
            yield return FactValue.OfBits(0);
        }
    }
}
