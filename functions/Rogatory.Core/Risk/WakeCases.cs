using System.Globalization;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;

namespace Rogatory.Core.Risk;

/// <summary>Wakes the cases that something outside of them concerns, so that their risk is assessed anew at once and not on the next day's look.</summary>
public sealed class WakeCases(IProjectionStore projections, ICaseQueue queue)
{
    /// <summary>Every case of the partner, or with something for it. A wake-up that is lost is made up for within a day.</summary>
    public async Task RunAsync(PartnerId partner, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (ProjectionFound found in projections.ListAsync(cancellationToken))
            {
                if (found.Tags.GetValueOrDefault(ProjectionTag.Partner) == partner.ToString() || Recipients.MayInclude(found.Tags, partner))
                    await queue.WakeAsync(found.Case, LengthIn(found.Tags), cancellationToken);
            }
        }
        catch (StorageUnavailableException)
        {
            // What called for it stands in the register.
        }
    }

    private static long LengthIn(IReadOnlyDictionary<string, string> tags) =>
        long.TryParse(tags.GetValueOrDefault(ProjectionTag.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? length : 0;
}
