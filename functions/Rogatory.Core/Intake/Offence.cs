namespace Rogatory.Core.Intake;

/// <summary>An offence that the proceeding is about.</summary>
/// <param name="Description">The act.</param>
/// <param name="Law">The provisions it breaks.</param>
/// <param name="MaxPenaltyYears">The highest deprivation of liberty it can bring, in years; 0 to 100.</param>
/// <param name="Political">Whether the partner itself takes it for political.</param>
/// <param name="Fiscal">Whether the partner itself takes it for fiscal.</param>
public sealed record Offence(string? Description, string? Law, decimal? MaxPenaltyYears, bool? Political, bool? Fiscal)
{
    /// <summary>Says nothing of the content.</summary>
    public override string ToString() => nameof(Offence);
}
