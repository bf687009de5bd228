using System.Text;

namespace Rogatory.Bench.Quality;

/// <summary>A made-up text that knows what is sensitive in it.</summary>
internal sealed class MadeDocument
{
    private readonly StringBuilder text = new();

    /// <summary>The text is one value and nothing else.</summary>
    public bool IsAlone { get; init; }

    public List<(int Start, int End, string Category)> Truths { get; } = [];

    public string Text => text.ToString();

    /// <summary>Text in which nothing is to be found.</summary>
    public MadeDocument Add(string plain)
    {
        text.Append(plain);
        return this;
    }

    /// <summary>Something to be found; of what no category is, nothing.</summary>
    public MadeDocument Add(Sensitive sensitive)
    {
        if (sensitive.Category is not null)
            Truths.Add((text.Length, text.Length + sensitive.Value.Length, sensitive.Category));
        text.Append(sensitive.Value);
        return this;
    }
}
