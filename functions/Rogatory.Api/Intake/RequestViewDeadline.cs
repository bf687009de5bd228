namespace Rogatory.Api.Intake;

/// <param name="Clock">The clock's id in the policy.</param>
/// <param name="Due">When it runs out.</param>
/// <param name="Citation">The article that sets it.</param>
public sealed record RequestViewDeadline(string Clock, DateTimeOffset Due, string Citation);
