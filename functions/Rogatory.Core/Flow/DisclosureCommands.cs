using Rogatory.Core.Disclosure;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Flow;

/// <summary>Does what is due in a disclosure: the part of <see cref="CaseRunner"/> for it.</summary>
public sealed class DisclosureCommands(
    MarkDisclosure mark, IssueGrant issueGrant, ReleaseItem release, IssueManifest issueManifest, RemoveCopies removeCopies)
{
    /// <summary>Does one thing that was decided. Safe to do twice.</summary>
    public Task DoAsync(DueCommand command, CancellationToken cancellationToken) => command switch
    {
        DueCommand.MarkDisclosure one => mark.RunAsync(one.Disclosure, one.Mark, cancellationToken),
        DueCommand.IssueGrant one => issueGrant.RunAsync(one.Disclosure, cancellationToken),
        DueCommand.ReleaseItem one => release.RunAsync(one.Disclosure, one.Item, cancellationToken),
        DueCommand.IssueManifest one => issueManifest.RunAsync(one.Disclosure, cancellationToken),
        DueCommand.RemoveCopies one => removeCopies.RunAsync(one.Disclosure, cancellationToken),
        _ => throw new InvalidOperationException("A due command without an effect."),
    };
}
