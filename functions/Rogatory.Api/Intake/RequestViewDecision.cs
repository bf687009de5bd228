using Rogatory.Core.Case;

namespace Rogatory.Api.Intake;

/// <summary>On what a request was decided as its phase says (UNTOC art. 18(23), UNCAC art. 46(23), ETS 30 art. 19): the words of the reasons are sealed, and told by the officer.</summary>
/// <param name="Ground">The ground's code.</param>
/// <param name="Citation">The article relied on.</param>
/// <param name="At">When it was decided.</param>
public sealed record RequestViewDecision(string Ground, string Citation, DateTimeOffset At)
{
    public static RequestViewDecision? Of(CaseState state) =>
        state is { Ground: { } ground, Citation: { } citation, DecidedAt: { } at } ? new RequestViewDecision(ground, citation, at) : null;
}
