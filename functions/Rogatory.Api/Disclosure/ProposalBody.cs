using System.Text.Json.Nodes;
using Rogatory.Core.Disclosure;

namespace Rogatory.Api.Disclosure;

/// <summary>A disclosure as an officer proposes it.</summary>
/// <param name="Items">What is to go.</param>
/// <param name="Partner">Whom to.</param>
/// <param name="Facts">What the officer states, of the transfer facts' form; what the program knows by itself is left out.</param>
/// <param name="Region">The region to collect from; the first that there is when left out.</param>
/// <param name="Accuracy">What the partner is told of the quality of the data (LED art. 7).</param>
/// <param name="RetainUntil">Until when the partner may keep it, as a date.</param>
/// <param name="SetAside">Categories of data that were found in the items and are none, each with reasons in 10 to 10,000 characters.</param>
public sealed record ProposalBody(IReadOnlyList<string> Items, string Partner, JsonObject Facts, string? Region = null, DateOnly? RetainUntil = null, AccuracyIndications? Accuracy = null, IReadOnlyList<SetAside>? SetAside = null);
