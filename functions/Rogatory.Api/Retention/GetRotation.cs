using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Core.Access;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Core;

namespace Rogatory.Api.Retention;

/// <summary>How far a rotation is. What is under which version is counted for each call, from what storage lists.</summary>
public sealed class GetRotation(AccessGate gate, KeyRegister register, CurrentKeys current, IKeyEnvelopeStore keys)
{
    private const string Latest = "latest";

    public async Task<IResult> HandleAsync(HttpRequest request, string rotation, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.GetRotation, AccessTarget.None, cancellationToken);
        KeyRegisterState state = await register.GetAsync(cancellationToken);
        KeyRotation? asked = rotation == Latest ? state.Newest : Find(state, rotation);
        IReadOnlyList<KeyVersion> versions = await current.RefreshAsync(cancellationToken);
        EnvelopeCensus census = await EnvelopeCensus.TakeAsync(keys, state.Newest?.Retired ?? [], cancellationToken);
        return Results.Json(
            new KeyStatusView(asked is null ? null : RotationView.Of(asked), census.Retired.Count, [.. versions.Select(one =>
                new KeyVersionView(one.KeyId, StateOf(one), one.MadeAt, census.ByKey.GetValueOrDefault(one.KeyId)))]),
            ApiJson.Options);

        string StateOf(KeyVersion one) =>
            !one.IsEnabled ? "disabled"
            : state.RetiredAt(one.KeyId) is not null ? "retired"
            : one.KeyId == CurrentKeys.NewestOf(versions).KeyId ? "newest" : "enabled";
    }

    private static KeyRotation Find(KeyRegisterState state, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int one) && one >= 1 && one <= state.Rotations.Count
            ? state.Rotations[one - 1]
            : throw new RefusedException("rotation-not-found", "There is no such rotation.");
}
