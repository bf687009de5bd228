using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Identity;

namespace Rogatory.Core.Tests.Classification.Identity;

public sealed class AddressNameTests
{
    private static readonly AddressName Detector = new();

    [Theory]
    [InlineData("Jonas Feldmann <j.feldmann@x.example>", "Jonas Feldmann", 0.9)]
    [InlineData("\"Keller, Maria\" <mk@x.example>", "Keller, Maria", 0.7)]
    [InlineData("Jonas Feldmann <jf@x.example>", "Jonas Feldmann", 0.7)]
    [InlineData("Zoë <zoë@x.example>", "Zoë", 0.9)]
    [InlineData("On 2 March, Ada van der Berg <ada@x.example> wrote:", "Ada van der Berg", 0.9)]
    [InlineData("please write to Ada Brandt <ada@x.example> soon", "Ada Brandt", 0.9)]
    public void A_name_stands_before_an_address_in_brackets(string text, string name, double atLeast) => Classified.Finds(Detector, text, name, atLeast);

    [Fact]
    public void Each_of_several_is_one() =>
        Assert.Equal(["Ada Brandt", "Jonas Feldmann"], Classified.Values(Detector, "Ada Brandt <ada@x.example>, b@x.example, <c@x.example>, Jonas Feldmann <d@x.example>"));

    [Theory]
    [InlineData("<ada@x.example>")]
    [InlineData("ada <ada@x.example>")]
    [InlineData("Example <x@y.example>")]
    [InlineData("Customer Support <support@x.example>")]
    [InlineData("Acme Bank <info@x.example>")]
    [InlineData("Newsletter <newsletter@x.example>")]
    [InlineData("District Court <registry@x.example>")]
    [InlineData("Jonas Feldmann < 3@4 >")]
    [InlineData("Jonas Feldmann <b>@</b>")]
    [InlineData("If A <B@ and more")]
    [InlineData("List<Jonas@Feldmann")]
    [InlineData("no-reply <no-reply@x.example>")]
    public void What_is_no_person_is_none(string text) => Classified.FindsNothing(Detector, text);

    [Fact]
    public void Names_in_the_header_of_a_message_are_found()
    {
        const string message = "From: =?utf-8?Q?Zo=C3=AB_M=C3=BCller?= <zoe@x.example>\r\nTo: Jonas Feldmann <jf@x.example>\r\nMIME-Version: 1.0\r\n\r\nwords\r\n";
        Assert.Equal(["Zoë Müller", "Jonas Feldmann"], Reading.ReadItem.Of(message).Stretches.SelectMany(stretch => Classified.Values(Detector, stretch.Text, stretch.Label)));
    }
}
