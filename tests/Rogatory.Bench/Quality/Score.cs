namespace Rogatory.Bench.Quality;

/// <summary>What was found of one category, and what was there.</summary>
internal sealed class Score
{
    public int Right { get; private set; }

    public int Met { get; private set; }

    public int Found { get; private set; }

    public int There { get; private set; }

    public int Sure { get; private set; }

    public int SureRight { get; private set; }

    public double Precision => Found == 0 ? 1 : (double)Right / Found;

    public double Recall => There == 0 ? 1 : (double)Met / There;

    /// <summary>A finding.</summary>
    public void Add(bool isRight, bool isSure)
    {
        Found++;
        Right += isRight ? 1 : 0;
        Sure += isSure ? 1 : 0;
        SureRight += isRight && isSure ? 1 : 0;
    }

    /// <summary>Something that was there.</summary>
    public void Seen(bool isFound)
    {
        There++;
        Met += isFound ? 1 : 0;
    }
}
