using Rogatory.Core.Sealing;
using Rogatory.Envelope;
using Xunit;

namespace Rogatory.TestKit.Contracts;

/// <summary>The way of an uploaded body from where its sender writes it to the vault.</summary>
public abstract class ArrivalsContract
{
    private const int Size = 9_000_000;
    private static readonly DateTimeOffset Retained = new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SealedPath path = Sample.Path();

    protected abstract IInbound Inbound { get; }

    protected abstract IArrivals Arrivals { get; }

    protected abstract IArrivalNotes Notes { get; }

    protected abstract IVault Vault { get; }

    /// <summary>Writes a whole body as a partner does through a link.</summary>
    protected abstract Task UploadAsync(SealedPath path, byte[] body);

    [Fact]
    public async Task A_body_goes_from_its_sender_to_the_vault_as_it_is()
    {
        Assert.Null(await Inbound.FindSizeAsync(path, default));
        await UploadAsync(path, Sample.Bytes(Size));
        Assert.Equal(Size, await Inbound.FindSizeAsync(path, default));

        await Arrivals.TakeInAsync(path, Size, default);
        await AssertReadsAsync(Arrivals.OpenSource(path, Size));
        string? version = await Arrivals.AdmitAsync(path, Size, Retained, default);

        await AssertReadsAsync(Vault.OpenSource(path, version, Size));
        Assert.True(await Vault.ProtectedUntilAsync(path, version, default) >= Retained);
    }

    [Fact]
    public async Task What_was_taken_in_is_out_of_its_senders_reach()
    {
        await UploadAsync(path, Sample.Bytes(Size));
        await Arrivals.TakeInAsync(path, Size, default);
        await UploadAsync(path, Sample.Bytes(Size, seed: 2));
        await Arrivals.TakeInAsync(path, Size, default);
        await AssertReadsAsync(Arrivals.OpenSource(path, Size));
        await Inbound.ClearAsync(path, default);
        await Arrivals.TakeInAsync(path, Size, default);
        await AssertReadsAsync(Arrivals.OpenSource(path, Size));
    }

    [Fact]
    public async Task Taking_in_and_admitting_twice_is_as_good_as_once()
    {
        await UploadAsync(path, Sample.Bytes(Size));
        await Arrivals.TakeInAsync(path, Size, default);
        Assert.Equal(await Arrivals.AdmitAsync(path, Size, Retained, default), await Arrivals.AdmitAsync(path, Size, Retained, default));
    }

    [Fact]
    public async Task What_is_not_there_or_has_another_length_is_not_taken_in()
    {
        await Assert.ThrowsAsync<SourceChangedException>(() => Arrivals.TakeInAsync(path, Size, default));
        await UploadAsync(path, Sample.Bytes(Size - 1));
        await Assert.ThrowsAsync<SourceChangedException>(() => Arrivals.TakeInAsync(path, Size, default));
    }

    [Fact]
    public async Task A_note_is_read_back_and_replaced()
    {
        Assert.Null(await Notes.ReadAsync(path, "progress", default));
        await Notes.WriteAsync(path, "progress", new byte[] { 1, 2 }, default);
        await Notes.WriteAsync(path, "progress", new byte[] { 3 }, default);
        Assert.Equal([3], await Notes.ReadAsync(path, "progress", default));
        Assert.Null(await Notes.ReadAsync(path, "other", default));
    }

    [Fact]
    public async Task Clearing_removes_everything_of_one_upload_and_can_be_done_again()
    {
        SealedPath other = path with { Attempt = Core.Case.AttemptId.New() };
        foreach (SealedPath one in new[] { path, other })
        {
            await UploadAsync(one, Sample.Bytes(Size));
            await Arrivals.TakeInAsync(one, Size, default);
            await Notes.WriteAsync(one, "progress", new byte[] { 1 }, default);
        }

        for (int times = 0; times < 2; times++)
        {
            await Inbound.ClearAsync(path, default);
            await Arrivals.ClearAsync(path, default);
        }

        Assert.Null(await Inbound.FindSizeAsync(path, default));
        Assert.Null(await Notes.ReadAsync(path, "progress", default));
        await Assert.ThrowsAsync<EndOfStreamException>(() => Arrivals.OpenSource(path, Size).ReadAsync(0, new byte[1], default).AsTask());
        Assert.Equal(Size, await Inbound.FindSizeAsync(other, default));
        Assert.NotNull(await Notes.ReadAsync(other, "progress", default));
    }

    private static async Task AssertReadsAsync(ISealedSource source)
    {
        byte[] read = new byte[Size];
        await source.ReadAsync(0, read, default);
        Assert.True(Sample.Bytes(Size).AsSpan().SequenceEqual(read));
    }
}
