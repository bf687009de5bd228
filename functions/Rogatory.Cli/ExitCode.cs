namespace Rogatory.Cli;

/// <summary>What a script can tell from the exit status alone.</summary>
internal enum ExitCode
{
    /// <summary>Done, or what was checked holds.</summary>
    Holds = 0,

    /// <summary>What was checked does not hold.</summary>
    Breaks = 1,

    /// <summary>The command line, or a file it names, cannot be used.</summary>
    Usage = 2,

    /// <summary>The authority refused; the problem's slug says why.</summary>
    Refused = 3,

    /// <summary>The authority cannot be reached, or cannot answer at present.</summary>
    Unreachable = 4,

    /// <summary>A fault of this program (EX_SOFTWARE).</summary>
    Fault = 70,

    /// <summary>Ctrl-C.</summary>
    Interrupted = 130,
}
