using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;

namespace Rogatory.Bench;

/// <summary>Decisions of the transfer check on one thread: on facts that were read, and with reading them.</summary>
internal static class TransferBench
{
    private const int Decisions = 20_000;

    public static async Task RunAsync(ResultTable table, int rounds)
    {
        PolicySet policy = PolicySet.Load();
        TransferFacts facts = TransferFacts.Parse(TransferFacts.Example);
        table.AtLeast("transfer check, one core", await RateAsync(rounds, () => TransferCheck.Decide(facts, policy)), "per s", 20_000);
        table.Add("transfer check with reading the facts, one core", await RateAsync(rounds, () => TransferCheck.Decide(TransferFacts.Parse(TransferFacts.Example), policy)), "per s");
    }

    private static async Task<double> RateAsync(int rounds, Func<TransferDecision> decide)
    {
        Task Round()
        {
            for (int i = 0; i < Decisions; i++)
                decide();
            return Task.CompletedTask;
        }

        await Round();
        var seconds = new List<double>();
        for (int round = 0; round < rounds; round++)
            seconds.Add(await Measure.SecondsAsync(Round));
        return Decisions / Measure.Median(seconds);
    }
}
