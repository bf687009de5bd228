using System.Globalization;
using Rogatory.Core.Case;

namespace Rogatory.Functions.Flow;

/// <summary>A wake-up's whole text, which is its message id too: <c>{case}:{ledger length}</c>.</summary>
public static class WakeUpText
{
    public static string Of(CaseId @case, long ledgerLength) => string.Create(CultureInfo.InvariantCulture, $"{@case}:{ledgerLength}");

    /// <exception cref="FormatException">It names no case: after the last delivery it is a dead letter.</exception>
    public static CaseId CaseOf(string text) => CaseId.Parse(text.Split(':')[0]);
}
