namespace Rogatory.Api.Disclosure;

/// <summary>Why a disclosure is withdrawn.</summary>
public sealed record WithdrawalBody(string Reasons);
