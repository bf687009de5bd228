namespace Rogatory.Cli.Tests.Disclosure;

public sealed class BagItValidatorTests
{
    [Theory]
    [InlineData("data/letter/letter.txt", "Another letter.")]
    [InlineData("data/stray.txt", "A stray.")]
    [InlineData("bagit.txt", "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n")]
    [InlineData("bag-info.txt", "Payload-Oxum: 1.1\n")]
    [InlineData("manifest-sha256.txt", "")]
    [InlineData("tagmanifest-sha256.txt", "")]
    [InlineData("rogatory/manifest.jws", "e30.e30.e30")]
    public async Task A_bag_that_was_changed_is_found(string file, string text)
    {
        await using var disclosed = await Disclosed.NewAsync();
        await disclosed.CollectAsync();
        var bag = Path.Combine(disclosed.Out, "bag");
        Assert.Empty(BagItValidator.Validate(bag));

        await File.WriteAllTextAsync(Path.Combine(bag, file), text);

        Assert.NotEmpty(BagItValidator.Validate(bag));
    }

    [Fact]
    public async Task A_bag_that_lacks_a_file_is_found()
    {
        await using var disclosed = await Disclosed.NewAsync();
        await disclosed.CollectAsync();
        File.Delete(Path.Combine(disclosed.Out, "bag", "data", "letter", "letter.txt"));
        Assert.NotEmpty(BagItValidator.Validate(Path.Combine(disclosed.Out, "bag")));
    }
}
