namespace Rogatory.Core.Retention;

/// <summary>Where one date of a case stands.</summary>
/// <param name="Date">The date.</param>
/// <param name="IsReminded">Whether it was said that it comes near.</param>
/// <param name="IsOverdue">Whether it came and nobody has acted since.</param>
public sealed record RetentionDateState(RetentionDate Date, bool IsReminded, bool IsOverdue)
{
    /// <summary>A date as it is set.</summary>
    public static RetentionDateState Of(RetentionDate date) => new(date, IsReminded: false, IsOverdue: false);

    /// <summary>A date as it is set in the place of another. Set to the same instant again, what was said of it stands.</summary>
    public static RetentionDateState Of(RetentionDate date, RetentionDateState? before)
    {
        ArgumentNullException.ThrowIfNull(date);
        return before?.Date.At == date.At ? before with { Date = date } : Of(date);
    }
}
