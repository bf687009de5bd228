using Rogatory.Azure.Sealing;
using Rogatory.Core.Retention;
using Rogatory.Envelope;
using Rogatory.LocalHost.Keys;
using Rogatory.TestKit;
using Rogatory.TestKit.Contracts;

namespace Rogatory.LocalHost.Tests.Keys;

public sealed class LocalKeyVersionsTests : KeyVersionsContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rogatory-keys").FullName;
    private readonly DataDirectory _data;
    private readonly LocalKeyVersions _versions;

    public LocalKeyVersionsTests()
    {
        _data = new DataDirectory(_folder);
        _data.MakeKek();
        _versions = new LocalKeyVersions(_data);
    }

    protected override IKeyVersions Versions => _versions;

    // A new view of the versions each time, which is what "at once" takes.
    protected override IKeyWrap KeyWrap => new ResolverKeyWrap(_versions, new CurrentKeys(_versions, new MovableTime()));

    public void Dispose()
    {
        _versions.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Another_program_over_the_same_directory_knows_every_version_and_which_is_disabled()
    {
        WrappedKey wrapped = await KeyWrap.WrapAsync(new byte[32], default);
        await _versions.MakeAsync(default);
        await _versions.DisableAsync(wrapped.KeyId, default);

        using var other = new LocalKeyVersions(new DataDirectory(_folder));
        Assert.Equal(
            (await _versions.ListAsync(default)).Select(one => (one.KeyId, one.MadeAt, one.IsEnabled)),
            (await other.ListAsync(default)).Select(one => (one.KeyId, one.MadeAt, one.IsEnabled)));
        Assert.Throws<KeyDisabledException>(() => other.Resolve(wrapped.KeyId));
    }

    [Fact]
    public async Task Only_the_owner_reads_any_version_a_disabled_one_too()
    {
        await _versions.MakeAsync(default);
        await _versions.DisableAsync((await _versions.ListAsync(default))[0].KeyId, default);
        Assert.Equal(["kek.2.private.jwk", "kek.disabled.jwk"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (string file in Directory.GetFiles(_folder))
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Two_programs_that_make_a_version_at_once_lose_none()
    {
        using var other = new LocalKeyVersions(new DataDirectory(_folder));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() => (number % 2 == 0 ? _versions : other).MakeAsync(default))));
        IReadOnlyList<KeyVersion> made = await _versions.ListAsync(default);
        Assert.InRange(made.Count, 2, 7);
        Assert.Equal(made.Count, made.Select(one => one.KeyId).Distinct().Count());
        Assert.Equal(made.Count, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void A_directory_that_has_a_key_gets_no_other_by_starting()
    {
        _data.Create();
        Assert.Single(_data.KekFiles());
    }
}
