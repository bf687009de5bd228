using System.Globalization;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;

namespace Rogatory.TestKit.Contracts;

/// <summary>Any valid value; no two are the same.</summary>
internal static class Sample
{
    private static int made;

    public static CaseId Case() => CaseId.Of(PartnerId.Parse("fr-pnf"), Next());

    public static SealedPath Path(CaseId @case) => new(@case, ItemId.Parse("statement"), AttemptId.New());

    public static SealedPath Path() => Path(Case());

    public static string LedgerName() => $"ledger-{Next()}";

    /// <summary>Bytes of which no two neighbours at any distance look the same.</summary>
    public static byte[] Bytes(int count, int seed = 1)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static string Next() => Interlocked.Increment(ref made).ToString(CultureInfo.InvariantCulture);
}
