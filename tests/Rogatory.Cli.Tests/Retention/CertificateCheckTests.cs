using Rogatory.Cli.Retention;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;

namespace Rogatory.Cli.Tests.Retention;

public sealed class CertificateCheckTests
{
    [Theory]
    [InlineData(ErasureGround.NoLongerNeeded, "On no-longer-needed (")]
    public void The_ground_of_an_erasure_is_said_as_the_command_line_takes_it(ErasureGround ground, string says)
    {
        var certificate = new ErasureCertificate(
            CaseId.Parse("7K3Q-F2M9-X4TD"), 1, [new ErasedItem(ItemId.Parse("statement"), new string('a', 64), new string('b', 64))], ground, "LED art. 5",
            "officer:o-jansen", "officer:o-devries", [], new ReceiptLedger(1, new string('c', 64)), DateTimeOffset.UnixEpoch);

        Assert.Contains(says, CertificateCheck.Describe(certificate), StringComparison.Ordinal);
        Assert.Contains(" of 1 item of case ", CertificateCheck.Describe(certificate), StringComparison.Ordinal);
    }
}
