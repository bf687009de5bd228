using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Drills;

namespace Rogatory.LocalHost;

/// <summary>How the host runs.</summary>
public sealed record LocalHostOptions
{
    /// <summary>Whether this host works on real matters or on drills. A space has keys and storage accounts of its own.</summary>
    public Space Space { get; init; } = Space.Real;

    /// <summary>The keys of the space of drills whose results are taken for evidence.</summary>
    public DrillKeys DrillKeys { get; init; } = DrillKeys.None;

    /// <summary>The directory with the development keys.</summary>
    public required string Data { get; init; }

    /// <summary>Where to listen.</summary>
    public required Uri Listen { get; init; }

    /// <summary>The public origin that partners sign; where it listens, unless something stands in front.</summary>
    public required Uri Origin { get; init; }

    /// <summary>The blob endpoint, through the gate, with the account in its path.</summary>
    public required Uri Blob { get; init; }

    /// <summary>The queue endpoint, with the account in its path.</summary>
    public required Uri Queue { get; init; }

    /// <summary>The blob endpoints that partners collect from, by the region each stands for; none for one container beside the vault.</summary>
    public IReadOnlyDictionary<string, Uri> Outbound { get; init; } = new Dictionary<string, Uri>();

    /// <summary>Where the local issuer listens.</summary>
    public required Uri Issuer { get; init; }

    /// <summary>Who has the role admin without an entry in the officer register.</summary>
    public FoundingAdmins Founders { get; init; } = FoundingAdmins.Parse("first-admin,second-admin");

    /// <summary>Whose tokens are accepted, and for whom they are made.</summary>
    public OfficerTokenSettings TokenSettings => new(Issuer.GetLeftPart(UriPartial.Authority), Origin.GetLeftPart(UriPartial.Authority));

    /// <summary>Items larger than this are refused.</summary>
    public long ItemBytes { get; init; } = 1L << 40;

    /// <summary>An attempt that left a key envelope and does not count after this time is abandoned.</summary>
    public TimeSpan AbandonAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often the sweep runs.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often, in the space of drills, the script looks at what is due.</summary>
    public TimeSpan DrillsEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a checkpoint is made, when something changed.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromHours(1);
}
