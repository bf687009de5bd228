using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Classification.Reading;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Classification.Reading;

public sealed class OpenedItemStreamTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task A_sealed_item_is_read_from_anywhere()
    {
        byte[] content = new byte[100_003];
        new Random(5).NextBytes(content);
        using OpenedItem opened = await OpenAsync(content);
        using var stream = new OpenedItemStream(opened, 4096, CancellationToken.None);
        Assert.Equal(content.Length, stream.Length);
        var random = new Random(6);
        byte[] buffer = new byte[9000];
        for (int times = 0; times < 300; times++)
        {
            int from = random.Next(content.Length), count = Math.Min(random.Next(buffer.Length), content.Length - from);
            stream.Position = from;
            stream.ReadExactly(buffer.AsSpan(0, count));
            Assert.True(buffer.AsSpan(0, count).SequenceEqual(content.AsSpan(from, count)));
        }
        stream.Seek(0, SeekOrigin.End);
        Assert.Equal(0, stream.Read(buffer));
    }

    [Fact]
    public async Task A_sealed_archive_is_read_entry_by_entry()
    {
        using OpenedItem opened = await OpenAsync(ZipFile.Of(("a.txt", "first words"), ("b.json", """{"name":"Zo\u00eb"}""")));
        using var stream = new OpenedItemStream(opened, CancellationToken.None);
        ReadItem read = ReadItem.Of(stream);
        read.Holds("first words", new("a.txt", Line: 1), null);
        read.Holds("Zoë", new("b.json", Line: 1, Cell: "/name"), "name");
        read.IsWhole();
    }

    [Fact]
    public async Task A_body_that_is_not_the_one_sealed_is_the_callers_to_see()
    {
        using OpenedItem opened = await OpenAsync(new byte[5000]);
        SealedPath path = Assert.Single(_authority.Vault.Committed, one => one.Item == ItemId.Parse("statement"));
        byte[] body = _authority.Vault.Body(path)!;
        body[100] ^= 1;
        _authority.Vault.Tamper(path, body);
        using var stream = new OpenedItemStream(opened, CancellationToken.None);
        Assert.Throws<OpenException>(() => ReadItem.Of(stream));
    }

    private async Task<OpenedItem> OpenAsync(byte[] content)
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", content));
        return await _authority.ConsultItem.RunAsync(TestAuthority.Officer, "s", @case, ItemId.Parse("statement"), "To check how it is read", Some.Reviewer, CancellationToken.None);
    }
}
