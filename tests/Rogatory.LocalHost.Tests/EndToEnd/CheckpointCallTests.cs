using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Receipt;

namespace Rogatory.LocalHost.Tests.EndToEnd;

[Collection(SystemCollection.Name)]
public sealed class CheckpointCallTests(SystemUnderTest system)
{
    private Callers Callers => system.Callers;

    [Fact]
    public async Task A_case_is_proven_to_stand_in_the_checkpoint_that_anyone_can_fetch()
    {
        string @case = await Callers.CompleteAsync(("statement", [1, 2, 3]));
        Officer auditor = Callers.Officer("auditor");

        Answer proven = await Eventually.GetAsync("a checkpoint takes the case in", async () =>
            await auditor.GetAsync($"/cases/{@case}/checkpoint") is { Status: 200 } answer ? answer : null);

        using JsonDocument authority = JsonDocument.Parse((await Callers.GetAsync("/authority")).Is(200).Body);
        CheckpointProof proof = CheckpointProof.FromJson((JsonObject)JsonNode.Parse(proven.Body)!);
        IReadOnlyList<VerificationKey> keys = VerificationKey.ReadSet(authority.RootElement);
        Checkpoint checkpoint = proof.Verify(keys);
        ExportedLedger ledger = await Callers.LedgerAsync(@case);
        Assert.True(ledger.Report.Proves(proof.Size, proof.Root));
        Checkpoint latest = Checkpoint.FromJson(Statement.Verify((await Callers.GetAsync("/checkpoints/latest")).Is(200).Text, Checkpoint.Type, keys));
        Assert.True(latest.Number >= checkpoint.Number);
    }

    [Fact]
    public async Task The_proof_is_for_those_who_check_ledgers_and_for_cases_that_are_there()
    {
        string @case = await Callers.OpenAsync(("statement", [1]));
        (await Callers.Officer("intake").GetAsync($"/cases/{@case}/checkpoint")).Refuses(403, "role-required");
        (await Callers.GetAsync($"/cases/{@case}/checkpoint")).Refuses(401, "token-missing");
        (await Callers.Officer("auditor").GetAsync("/cases/0000-0000-0000/checkpoint")).Refuses(404, "case-not-found");
    }

    [Fact]
    public async Task An_auditor_has_a_sample_patrolled()
    {
        await Callers.CompleteAsync(("statement", [1, 2, 3]));
        JsonObject report = (await Callers.Officer("auditor").PostAsync("/patrols", [])).Is(200).Json;
        Assert.True((long)report["ledgers"]! > 0);
        Assert.Empty((JsonArray)report["faults"]!);
        (await Callers.Officer("reviewer").PostAsync("/patrols", [])).Refuses(403, "role-required");
    }
}
