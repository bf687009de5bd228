using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Contact;

namespace Rogatory.Core.Tests.Classification.Contact;

public sealed class NetworkAddressTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", 0.9)]
    [InlineData("from 203.0.113.255:8080", "203.0.113.255", 0.9)]
    [InlineData("net 198.51.100.0/24.", "198.51.100.0", 0.9)]
    [InlineData("ip 10.0.0.1.", "10.0.0.1", 0.9)]
    [InlineData("at 1.2.3.4 and", "1.2.3.4", 0.4)]
    public void An_IPv4_address_is_found(string text, string value, double atLeast) => Classified.Finds(new IpV4Address(), text, value, atLeast);

    [Theory]
    [InlineData("256.0.2.1")]
    [InlineData("192.0.2")]
    [InlineData("192.0.2.1.5")]
    [InlineData("192.00.2.1")]
    [InlineData("v192.0.2.1")]
    [InlineData("version 1.2.3.4")]
    [InlineData("1.192.0.2.1")]
    [InlineData("192.0.2.1x")]
    [InlineData("192.0.2.1-rc1")]
    [InlineData("192..0.2.1")]
    [InlineData("192.0.2.1234")]
    public void What_looks_like_one_is_not(string text) => Classified.FindsNothing(new IpV4Address(), text);

    [Theory]
    [InlineData("2001:db8::1", "2001:db8::1", 0.9)]
    [InlineData("2001:0db8:0000:0000:0008:0800:200C:417A", "2001:0db8:0000:0000:0008:0800:200C:417A", 0.9)]
    [InlineData("[2001:db8::1]:443", "2001:db8::1", 0.9)]
    [InlineData("::ffff:192.0.2.1", "::ffff:192.0.2.1", 0.9)]
    [InlineData("fe80::1%eth0", "fe80::1", 0.9)]
    [InlineData("to ::1.", "::1", 0.5)]
    public void An_IPv6_address_is_found(string text, string value, double atLeast) => Classified.Finds(new IpV6Address(), text, value, atLeast);

    [Theory]
    [InlineData("12:34:56")]
    [InlineData("2026-11-22T09:00:00")]
    [InlineData("std::vector")]
    [InlineData("a :: b")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("2001:db8:::1")]
    [InlineData("2001::db8::1")]
    [InlineData("12345::1")]
    [InlineData("::::::::")]
    [InlineData("00:1A:2B:3C:4D:5E")]
    [InlineData("g::1")]
    public void What_looks_like_an_IPv6_address_is_not(string text) => Classified.FindsNothing(new IpV6Address(), text);

    [Theory]
    [InlineData("00:1A:2B:3C:4D:5E", "00:1A:2B:3C:4D:5E", 0.9)]
    [InlineData("mac 00-1a-2b-3c-4d-5e", "00-1a-2b-3c-4d-5e", 0.9)]
    [InlineData("001A.2B3C.4D5E", "001A.2B3C.4D5E", 0.9)]
    public void A_MAC_address_is_found(string text, string value, double atLeast) => Classified.Finds(new MacAddress(), text, value, atLeast);

    [Theory]
    [InlineData("00:1A:2B:3C:4D")]
    [InlineData("00:1A:2B:3C:4D:5G")]
    [InlineData("001A2B3C4D5E")]
    [InlineData("00:1A-2B:3C-4D:5E")]
    [InlineData("12:00:1A:2B:3C:4D:5E")]
    [InlineData("AB:00:1A:2B:3C:4D:5E:FF")]
    [InlineData("00:00:00:00:00:00")]
    [InlineData("0:1A:2B:3C:4D:5E")]
    public void What_looks_like_a_MAC_address_is_not(string text) => Classified.FindsNothing(new MacAddress(), text);

    [Theory]
    [InlineData("https://example.org", "https://example.org")]
    [InlineData("(see https://example.org/a_(b)).", "https://example.org/a_(b)")]
    [InlineData("<a href=\"http://example.org:8080/x?y=1&z=%20#q\">", "http://example.org:8080/x?y=1&z=%20#q")]
    [InlineData("ftp://user:pw@example.org/file", "ftp://user:pw@example.org/file")]
    [InlineData("http://[2001:db8::1]/x", "http://[2001:db8::1]/x")]
    [InlineData("go to https://example.org/x, then", "https://example.org/x")]
    public void A_URL_is_found(string text, string value) => Classified.Finds(new Url(), text, value, 0.9);

    [Theory]
    [InlineData("http://")]
    [InlineData("http:// example.org")]
    [InlineData("://example.org")]
    [InlineData("nothing://example.org")]
    [InlineData("http:/example.org")]
    [InlineData("http://://")]
    [InlineData("example.org")]
    public void What_looks_like_a_URL_is_not(string text) => Classified.FindsNothing(new Url(), text);

    [Fact]
    public void A_web_address_is_found_without_its_scheme()
    {
        Classified.Finds(new WebAddress(), "see www.example.org/x.", "www.example.org/x", 0.9);
        Classified.FindsNothing(new WebAddress(), "www");
        Classified.FindsNothing(new WebAddress(), "www.");
        Classified.FindsNothing(new WebAddress(), "www.example");
        Classified.FindsNothing(new WebAddress(), "x.www.example.org");
    }

    [Theory]
    [InlineData("IMEI: 490154203237518", "490154203237518", 0.95)]
    [InlineData("35-209900-176148-1", "35-209900-176148-1", 0.8)]
    [InlineData("490154203237518", "490154203237518", 0.6)]
    public void An_IMEI_is_found(string text, string value, double atLeast) => Classified.Finds(new Imei(), text, value, atLeast);

    [Theory]
    [InlineData("IMEI 490154203237517")]
    [InlineData("IMEI 49015420323751")]
    [InlineData("IMEI 700154203237512")]
    [InlineData("IMEI 4901542032375180")]
    public void A_wrong_IMEI_is_not(string text) => Classified.FindsNothing(new Imei(), text);

    [Fact]
    public void An_IMSI_is_found_behind_its_word_only()
    {
        Classified.Finds(new Imsi(), "IMSI 262011234567890", "262011234567890", 0.9);
        Classified.FindsNothing(new Imsi(), "262011234567890");
        Classified.FindsNothing(new Imsi(), "IMSI 199011234567890");
        Classified.FindsNothing(new Imsi(), "IMSI 26201123456789");
    }
}
