using Rogatory.Core.Classification.Contact;

namespace Rogatory.Core.Tests.Classification.Contact;

public sealed class EmailAddressTests
{
    private readonly EmailAddress email = new();

    [Theory]
    [InlineData("jo@example.org", "jo@example.org")]
    [InlineData("<jo.bloggs+list@mail.example.co.uk>", "jo.bloggs+list@mail.example.co.uk")]
    [InlineData("mailto:jo@example.org?subject=x", "jo@example.org")]
    [InlineData("Write to jo_b@example.org.", "jo_b@example.org")]
    [InlineData("'jo@example.org'", "jo@example.org")]
    [InlineData("user=jo@example.org&x=1", "jo@example.org")]
    [InlineData("jürgen@müller.example", "jürgen@müller.example")]
    [InlineData("jo@xn--mller-kva.example", "jo@xn--mller-kva.example")]
    [InlineData("\"jo b\"@example.org", "\"jo b\"@example.org")]
    [InlineData("jo@[192.0.2.1]", "jo@[192.0.2.1]")]
    [InlineData("o'brien@example.org", "o'brien@example.org")]
    public void A_right_one_is_found(string text, string value) => Classified.Finds(email, text, value, 0.9);

    [Theory]
    [InlineData("@example.org")]
    [InlineData("jo@")]
    [InlineData("jo@example")]
    [InlineData("jo@.org")]
    [InlineData("jo.@example.org")]
    [InlineData("jo..b@example.org")]
    [InlineData("jo@example..org")]
    [InlineData("jo@-example.org")]
    [InlineData("jo@example.1")]
    [InlineData("logo@2x.png")]
    [InlineData("@@@@@")]
    [InlineData("a @ b.org")]
    [InlineData("jo@[999.1.1.1]")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234x@example.org")]
    public void A_wrong_one_is_not(string text) => Classified.FindsNothing(email, text);
}
