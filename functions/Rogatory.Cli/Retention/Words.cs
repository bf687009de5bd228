using System.Text.Json;

namespace Rogatory.Cli.Retention;

/// <summary>Enumerations as the authority and the command line say them: lower case, with hyphens.</summary>
internal static class Words
{
    public static string[] Of<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    public static string Of(Enum word) => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());
}
