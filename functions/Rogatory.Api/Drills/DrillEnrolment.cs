using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Drills;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Drills;

/// <summary>
/// Puts those who act in a run into the space's own officer register, as two admins of the script: the player, whom a drill is to train, and the script's officers.
/// What stands there counts nowhere else.
/// </summary>
public sealed class DrillEnrolment(ScriptedCaller caller, OfficerRegister officers, PolicySet policy, TimeProvider time)
{
    private const string Clearance = "H3";
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(30);
    private static readonly string[] Acting = ["colleague", "second-colleague"];
    private static readonly OfficerRole[] OfPlayer = [OfficerRole.Intake, OfficerRole.Reviewer, OfficerRole.Approver, OfficerRole.Auditor];

    /// <summary>Safe to run twice, and to take up after a crash anywhere.</summary>
    public async Task RunAsync(DrillRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        OfficerRegisterState register = await officers.GetAsync(cancellationToken);
        await EnrolAsync(register, run.Officer, OfPlayer, run, cancellationToken);
        foreach (string name in Acting)
            await EnrolAsync(register, ScriptedOfficer.IdOf(name), ScriptedOfficer.Of(name), run, cancellationToken);
    }

    private async Task EnrolAsync(OfficerRegisterState register, OfficerId officer, IReadOnlyList<OfficerRole> roles, DrillRun run, CancellationToken cancellationToken)
    {
        OfficerEntry? entry = register.Find(officer);
        AccessPolicy access = policy.Access!;
        DateTimeOffset until = time.GetUtcNow() + Fresh;
        string today = $"{time.GetUtcNow():yyyy-MM-dd}";
        if (entry is null || entry.IsSuspended || !roles.All(entry.Roles.Contains) || entry.Clearance != Clearance)
        {
            JsonObject proposed = await PostAsync("admin", $"/officers/{officer}/proposals", new JsonObject
            {
                ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(ApiJson.Word(role)))]),
                ["unit"] = "drills",
                ["clearance"] = Clearance,
            }, cancellationToken);
            await PostAsync("second-admin", $"/officers/{officer}/proposals/{proposed["proposal"]!["proposal"]}/decision", new JsonObject { ["decision"] = "approve" }, cancellationToken);
        }

        foreach (Course course in access.Courses.Values.Where(course =>
            entry?.Training.GetValueOrDefault(course.Id) is not { } passed || !course.Versions.Contains(passed.Version) || passed.ValidUntil < until))
        {
            await PostAsync("admin", $"/officers/{officer}/training", new JsonObject
            {
                ["course"] = course.Id, ["version"] = course.Versions[^1], ["passedOn"] = today, ["evidence"] = "record", ["reference"] = "made-up-for-drills",
            }, cancellationToken);
        }

        if (entry?.Undertaking is not { } signed || signed.Version != access.Undertaking.Version || signed.ValidUntil < until)
        {
            await PostAsync("admin", $"/officers/{officer}/undertaking", new JsonObject
            {
                ["version"] = access.Undertaking.Version, ["digest"] = access.Undertaking.Digest, ["signedOn"] = today,
            }, cancellationToken);
        }

        if (entry?.Assignments.ContainsKey(run.Case.ToString()) != true)
            await PostAsync("admin", $"/cases/{run.Case}/assignments/{officer}", null, cancellationToken);
    }

    private async Task<JsonObject> PostAsync(string name, string path, JsonObject? body, CancellationToken cancellationToken) =>
        (await caller.AsOfficerAsync(name, HttpMethod.Post, path, body, cancellationToken)).Expect("an officer's entry").Json;
}
