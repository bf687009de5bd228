namespace Rogatory.Core.Drills;

/// <summary>A drill's file can't be used. The message names the file and what is wrong in it.</summary>
public sealed class DrillException(string file, string fault, Exception? cause = null) : Exception($"The drill {file} can't be used: {fault}.", cause);
