using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Rogatory.Cli;

/// <summary>Days and times as they are typed: one reading for every option that takes one.</summary>
internal static class Moments
{
    private static readonly string[] TimeForms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    /// <summary>Has each option of the command, and of those below it, read a day or a time so.</summary>
    public static void TeachTo(Command command)
    {
        foreach (var option in command.Options)
        {
            switch (option)
            {
                case Option<DateOnly> day: day.CustomParser = given => Day(given, day.Name) ?? default; break;
                case Option<DateOnly?> day: day.CustomParser = given => Day(given, day.Name); break;
                case Option<DateTimeOffset> time: time.CustomParser = given => Time(given, time.Name) ?? default; break;
                case Option<DateTimeOffset?> time: time.CustomParser = given => Time(given, time.Name); break;
            }
        }

        foreach (var below in command.Subcommands) TeachTo(below);
    }

    private static DateOnly? Day(ArgumentResult given, string name)
    {
        if (DateOnly.TryParseExact(given.Tokens.Single().Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        given.AddError($"{name} is a day such as 2026-01-31.");
        return null;
    }

    // A time without its offset from UTC would be another one elsewhere.
    private static DateTimeOffset? Time(ArgumentResult given, string name)
    {
        if (DateTimeOffset.TryParseExact(given.Tokens.Single().Value, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return time;
        given.AddError($"{name} is a time such as 2026-01-31T14:30Z or 2026-01-31T15:30+01:00, or a day such as 2026-01-31, which begins at midnight UTC.");
        return null;
    }
}
