using System.Globalization;

namespace Rogatory.Cli.Access;

/// <summary>A day as it is sent.</summary>
internal static class Day
{
    /// <summary>The day given, or today in UTC.</summary>
    public static string Of(DateOnly? day) => (day ?? DateOnly.FromDateTime(DateTime.UtcNow)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
