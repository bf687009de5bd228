using Rogatory.Core.Case;

namespace Rogatory.Core.Intake;

/// <summary>What came of sending a request.</summary>
/// <param name="State">The case.</param>
/// <param name="Created">False when the same bytes had opened it before.</param>
/// <param name="Findings">What the legal instrument asks for and the request does not say.</param>
public sealed record OpenedRequest(CaseState State, bool Created, IReadOnlyList<Finding> Findings);
