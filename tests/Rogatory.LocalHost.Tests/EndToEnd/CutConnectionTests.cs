using System.Globalization;
using Rogatory.Core.Access.Signatures;

namespace Rogatory.LocalHost.Tests.EndToEnd;

[Collection(SystemCollection.Name)]
public sealed class CutConnectionTests(SystemUnderTest system)
{
    private static readonly byte[] Content = Material.Of((8 << 20) + 1000);

    private Callers Callers => system.Callers;

    [Fact]
    public async Task An_upload_cut_anywhere_leaves_nothing_readable_and_can_be_sent_again()
    {
        string @case = await Callers.OpenAsync(("statement", Content));
        string path = $"/api/v1/requests/{@case}/items/statement";
        foreach (int sent in (int[])[0, 1, 4 << 20, 8 << 20, Content.Length - 1])
        {
            using RawConnection upload = await RawConnection.OpenAsync(system.Origin);
            await upload.SendHeadAsync("PUT", path, Callers.Partner.Sign("PUT", path, ContentDigest.Of(Content))
                .Append(new("Content-Length", Content.Length.ToString(CultureInfo.InvariantCulture))));
            await upload.SendAsync(Content.AsMemory(0, sent));
            upload.Cut();
        }

        (await Callers.Officer().ReadAsync(@case, "statement")).Refuses(404, "item-not-found");
        await Callers.SendAsync(@case, ("statement", Content));
        await Callers.ReceiptAsync(@case);
        Assert.Equal(Content, (await Callers.Officer().ReadAsync(@case, "statement")).Is(200).Body);
        Assert.Equal(["statement"], (await Callers.LedgerAsync(@case)).Sealed);
        Assert.Single(await system.Storage.NamesAsync("keys", $"{@case}/statement/"));
        Assert.Single(await system.Storage.NamesAsync("vault", $"{@case}/statement/"));
    }
}
