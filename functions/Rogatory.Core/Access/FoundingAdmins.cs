using System.Collections.Frozen;

namespace Rogatory.Core.Access;

/// <summary>Who has the role admin by the deployment's settings: without them nobody could make the first entries of the register. They have nothing else by it.</summary>
public sealed class FoundingAdmins
{
    private const int Fewest = 2;
    private readonly FrozenSet<OfficerId> _officers;

    private FoundingAdmins(FrozenSet<OfficerId> officers) => _officers = officers;

    /// <summary>Reads at least two different officer ids with commas between.</summary>
    /// <exception cref="FormatException">They are fewer, or one is no officer id.</exception>
    public static FoundingAdmins Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        FrozenSet<OfficerId> officers = text.Split(',', StringSplitOptions.TrimEntries).Select(OfficerId.Parse).ToFrozenSet();
        return officers.Count >= Fewest ? new FoundingAdmins(officers) : throw new FormatException("Two founding admins are the fewest: what one proposes another approves.");
    }

    /// <summary>All of them.</summary>
    public IEnumerable<OfficerId> All => _officers;

    /// <summary>Whether the officer is one.</summary>
    public bool Include(OfficerId officer) => _officers.Contains(officer);
}
