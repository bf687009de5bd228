namespace Rogatory.Core.Intake;

/// <summary>Collects faults, up to what one refusal lists.</summary>
internal sealed class RequestFaults
{
    private readonly List<RequestFault> _all = [];

    public IReadOnlyList<RequestFault> All => _all;

    public void Add(string pointer, string slug, string message)
    {
        if (_all.Count < RequestLimits.MostFaults)
            _all.Add(new RequestFault(pointer, slug, message));
    }
}
