using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

/// <summary>Why a restriction is lifted, on what law.</summary>
/// <param name="Citation">The article relied on.</param>
/// <param name="Reasons">The reasons.</param>
/// <param name="Informed">Who was informed before; needed where accuracy was contested.</param>
/// <param name="InformedOn">The day on which they were, as a date.</param>
public sealed record RestrictionLiftingBody(string Citation, string Reasons, InformedParty? Informed = null, DateOnly? InformedOn = null);
