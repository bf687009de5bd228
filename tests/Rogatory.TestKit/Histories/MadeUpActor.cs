namespace Rogatory.TestKit.Histories;

/// <summary>How a made-up officer or partner works.</summary>
internal sealed class MadeUpActor
{
    private const double NightShare = 0.1;

    public MadeUpActor(string name, bool isPartner, Random random, int cases)
    {
        Name = name;
        Rate = (isPartner ? 9 : 13) * Math.Exp(Dice.Normal(random) * 0.45);
        Start = 6.5 + (random.NextDouble() * 3);
        ReadsSpecial = random.NextDouble() < 0.5;
        ExtractRate = random.NextDouble() < 0.3 ? 1.5 : 0.15;
        RefusalRate = 0.1 + (random.NextDouble() * 0.3);
        WorksWeekends = random.NextDouble() < 0.1;
        HasNights = !isPartner && random.NextDouble() < NightShare;
        Phase = random.Next(6);
        // Somebody changes post in the middle, and does more or less from then on.
        ChangesOn = random.NextDouble() < 0.15 ? 80 + random.Next(80) : int.MaxValue;
        ChangesBy = random.NextDouble() < 0.5 ? 0.5 : 1.8;
        Cases = [.. Enumerable.Range(0, 6 + random.Next(25)).Select(_ => random.Next(cases))];
    }

    public string Name { get; }

    public double Rate { get; }

    public double Start { get; }

    public bool ReadsSpecial { get; }

    public double ExtractRate { get; }

    public double RefusalRate { get; }

    public bool WorksWeekends { get; }

    public bool HasNights { get; }

    public int Phase { get; }

    public int ChangesOn { get; }

    public double ChangesBy { get; }

    public int[] Cases { get; }
}
