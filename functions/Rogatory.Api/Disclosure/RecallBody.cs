using Rogatory.Core.Disclosure;

namespace Rogatory.Api.Disclosure;

/// <summary>What a partner is told to do with what it was handed, on what law, and why.</summary>
public sealed record RecallBody(RecallMeasure Measure, string Citation, string Reasons);
