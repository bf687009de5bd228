using System.Globalization;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;

namespace Rogatory.Core.Access;

/// <summary>Counts refused calls by who made them, what was asked and which rule was not met, hour by hour; a burst of them opens an incident.</summary>
/// <remarks>A refusal never waits for another: what is recorded grows with the hours and not with the calls, so that nobody can fill the ledger.</remarks>
public sealed class CountRefusals(RefusalRegister register, OpenIncident incidents, TimeProvider time)
{
    private const int Burst = 100;
    private const int MostCounted = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Actor, AccessAct Act, string Rule), int> _counts = [];
    private DateTimeOffset _hour;

    /// <summary>Counts one. That it can't be recorded now changes nothing for who is refused.</summary>
    /// <param name="officer">The officer who was refused; null where it was a partner.</param>
    /// <param name="partner">The partner that was refused; null where it was an officer.</param>
    /// <param name="act">What was asked.</param>
    /// <param name="rule">The rule that was not met.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task RunAsync(OfficerId? officer, PartnerId? partner, AccessAct act, string rule, CancellationToken cancellationToken)
    {
        string actor = officer is { } one ? $"officer:{one}" : $"partner:{partner}";
        DateTimeOffset now = time.GetUtcNow().ToUniversalTime();
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        int count = Count(actor, act, rule, hour);
        if (!IsOnRecord(count))
            return;
        try
        {
            string text = hour.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
            await register.RecordAsync(actor, new CallRefused
            {
                Command = CommandId.Derive("refuse-call", actor, $"{act}", rule, text, count.ToString(CultureInfo.InvariantCulture)),
                Act = $"{act}",
                Rule = rule,
                Hour = hour,
                AtLeast = count,
            }, cancellationToken);
            if (count >= Burst)
                await incidents.MeetAsync(new IncidentReport(IncidentCause.RefusedCalls, new IncidentPlace(Partner: partner, Officer: officer)), cancellationToken);
        }
        catch (Exception fault) when (fault is StorageUnavailableException or LedgerBrokenException)
        {
            // The call is refused all the same.
        }
    }

    /// <summary>Whether the refusal of that number, of one call in one hour, is written down; those between are not.</summary>
    public static bool IsOnRecord(int count) => count is 1 or 5 or 10 or 50 or Burst or 1000;

    private int Count(string actor, AccessAct act, string rule, DateTimeOffset hour)
    {
        lock (_lock)
        {
            if (hour != _hour || _counts.Count >= MostCounted)
                _counts.Clear();
            _hour = hour;
            return _counts[(actor, act, rule)] = _counts.GetValueOrDefault((actor, act, rule)) + 1;
        }
    }
}
