using Rogatory.Core.Case;
using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

/// <param name="Erasure">Its number in the case.</param>
/// <param name="Step">Where it stands.</param>
/// <param name="All">Whether it is for all that the case holds.</param>
/// <param name="Items">Each item that it is for: while it is proposed as the case stands, then as it was approved. Of one that was not approved, what it named.</param>
/// <param name="Ground">Why.</param>
/// <param name="Citation">The article relied on.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="ApprovedBy">Who approved it, if anyone did.</param>
/// <param name="LapsesAt">When it lapses without that.</param>
/// <param name="Certificate">Hex SHA-256 of the certificate, once it is done.</param>
public sealed record ErasureView(
    int Erasure, string Step, bool All, IReadOnlyList<string> Items, ErasureGround Ground, string Citation, string ProposedBy, string? ApprovedBy, DateTimeOffset LapsesAt,
    string? Certificate)
{
    public static ErasureView Of(CaseState state, ErasureState one) => new(
        one.Number,
        ApiJson.Word(one.Step),
        one.IsOfAll,
        [.. one.ItemsIn(state).Select(item => item.ToString())],
        one.Proposal.Ground,
        one.Proposal.Citation,
        one.ProposedBy,
        one.ApprovedBy,
        one.Proposal.LapseAt,
        one.Statement);
}
