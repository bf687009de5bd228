namespace Rogatory.Core.Classification;

/// <summary>All shapes of all rules: a tree over the lengths of groups and what separates them, so that only shapes that fit are looked at.</summary>
internal sealed class ShapeTable
{
    private const int Row = Shape.SeparatorKinds * (Atom.MostLength + 1);

    private readonly List<short[]> nodes = [];
    private readonly List<Shape[]> freeAt = [], needingAt = [];
    private readonly List<(ulong Digits, ulong Letters)> masks = [];
    private readonly Shape[][] byLength = new Shape[Atom.MostLength + 1][];

    public ShapeTable(IEnumerable<NumberRule> rules)
    {
        AddNode();
        foreach (NumberRule rule in rules)
        {
            Shape[] written = [.. rule.Shapes.Select(shape => new Shape(rule, shape))];
            IEnumerable<Shape> compact = rule.AllowsCompact ? written.Select(shape => new Shape(rule, shape.Compact)) : [];
            foreach (Shape shape in written.Concat(compact).DistinctBy(shape => (shape.Compact, string.Join(',', shape.Groups))))
                Add(shape);
            foreach (Shape shape in written.Where(_ => rule.AllowsAnyGrouping).DistinctBy(shape => shape.Compact).Select(shape => new Shape(rule, shape.Compact)))
                byLength[shape.Compact.Length] = [.. byLength[shape.Compact.Length] ?? [], shape];
        }

        for (int length = 0; length < byLength.Length; length++)
            byLength[length] ??= [];
    }

    /// <summary>Bit n: there is a shape of n letters in one group.</summary>
    public ulong LetterLengths { get; private set; }

    /// <summary>The node after a group of this length behind this separator, or -1. Node 0 is where shapes begin.</summary>
    public int Next(int node, int separator, int length) => nodes[node][unchecked(separator * (Atom.MostLength + 1) + length)];

    /// <summary>Whether some shape at this node or after it has digits and letters where these stand.</summary>
    public bool MayFit(int node, ulong digits, ulong letters) => ((digits & ~masks[node].Digits) | (letters & ~masks[node].Letters)) == 0;

    /// <summary>Whether some shape ends at this node.</summary>
    public bool HasAt(int node) => freeAt[node].Length + needingAt[node].Length > 0;

    /// <summary>The shapes that end at this node and may stand without a word.</summary>
    public Shape[] FreeAt(int node) => freeAt[node];

    /// <summary>The shapes that end at this node and need a word near by.</summary>
    public Shape[] NeedingAt(int node) => needingAt[node];

    /// <summary>The shapes of this length without separators.</summary>
    public Shape[] OfLength(int length) => byLength[length];

    private void Add(Shape shape)
    {
        int node = 0;
        foreach ((int separator, int length) in shape.Groups)
        {
            ref short next = ref nodes[node][separator * (Atom.MostLength + 1) + length];
            if (next < 0)
            {
                next = (short)nodes.Count;
                node = next;
                AddNode();
            }
            else
            {
                node = next;
            }

            masks[node] = (masks[node].Digits | shape.MayBeDigits, masks[node].Letters | shape.MayBeLetters);
        }

        List<Shape[]> shapesAt = shape.NeedsWord ? needingAt : freeAt;
        shapesAt[node] = [.. shapesAt[node], shape];
        if (shape.Groups.Count == 1 && shape.Compact.All(unit => unit is '@' or '*') && shape.Compact.Contains('@'))
            LetterLengths |= 1UL << Math.Min(shape.Compact.Length, 63);
    }

    private void AddNode()
    {
        short[] row = new short[Row];
        Array.Fill(row, (short)-1);
        nodes.Add(row);
        freeAt.Add([]);
        needingAt.Add([]);
        masks.Add((0, 0));
    }
}
