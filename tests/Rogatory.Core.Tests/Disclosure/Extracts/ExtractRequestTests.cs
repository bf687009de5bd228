using System.Text;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Core.Intake;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

public sealed class ExtractRequestTests
{
    [Fact]
    public void A_request_is_read_and_written_in_one_canonical_form()
    {
        ExtractRequest request = Parse("""
            {"remove": [{"categories": ["iban", "person-name"]}, {"columns": ["Account holder"]}, {"spans": [[10, 20], [5, 12], [20, 21]]}, {"header": true}],
             "keep": [{"rows": "15, 1-10,11"}, {"fields": ["/a/*/b~1c"]}], "as": "text"}
            """);
        string expected = """{"as":"text","keep":[{"rows":"1-11,15"},{"fields":["/a/*/b~1c"]}],"remove":[{"categories":["iban","person-name"]},{"columns":["Account holder"]},{"spans":[[5,20],[20,21]]},{"header":true}]}""";
        Assert.Equal(expected, Encoding.UTF8.GetString(request.ToJson()));
        Assert.Equal(expected, Encoding.UTF8.GetString(ExtractRequest.Parse(request.ToJson()).ToJson()));
    }

    [Fact]
    public void The_summary_says_kinds_counts_and_categories_and_no_name()
    {
        ExtractSummary summary = Parse("""{"remove":[{"categories":["iban"]},{"columns":["Account holder","B"]}],"keep":[{"rows":"1-10,15"}]}""").Summary;
        Assert.Equal(2, summary.Keep["rows"]);
        Assert.Equal((1, 2), (summary.Remove["categories"], summary.Remove["columns"]));
        Assert.Equal(["iban"], summary.Categories);
        Assert.DoesNotContain("holder", summary.ToString() + Parse("""{"keep":[{"columns":["holder"]}]}"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("[]", "")]
    [InlineData("{}", "")]
    [InlineData("""{"as":"text"}""", "")]
    [InlineData("""{"keep":[{"rows":"1"}],"why":"x"}""", "")]
    [InlineData("""{"keep":[{"rows":"1"}],"keep":[{"rows":"1"}]}""", "")]
    [InlineData("""{"keep":[]}""", "/keep")]
    [InlineData("""{"keep":{}}""", "/keep")]
    [InlineData("""{"keep":[{"rows":"1"}],"as":"pdf"}""", "/as")]
    [InlineData("""{"keep":[{}]}""", "/keep/0")]
    [InlineData("""{"keep":[{"rows":"1","lines":"2"}]}""", "/keep/0")]
    [InlineData("""{"keep":[{"cells":"1"}]}""", "/keep/0")]
    [InlineData("""{"keep":[{"header":true}]}""", "/keep/0")]
    [InlineData("""{"remove":[{"header":false}]}""", "/remove/0/header")]
    [InlineData("""{"keep":[{"rows":"0"}]}""", "/keep/0/rows")]
    [InlineData("""{"keep":[{"rows":"3-1"}]}""", "/keep/0/rows")]
    [InlineData("""{"keep":[{"rows":"1-2-3"}]}""", "/keep/0/rows")]
    [InlineData("""{"keep":[{"rows":"+1"}]}""", "/keep/0/rows")]
    [InlineData("""{"keep":[{"rows":"9999999999999"}]}""", "/keep/0/rows")]
    [InlineData("""{"keep":[{"rows":7}]}""", "/keep/0/rows")]
    [InlineData("""{"keep":[{"rows":"1"},{"pages":""}]}""", "/keep/1/pages")]
    [InlineData("""{"remove":[{"spans":[[2,2]]}]}""", "/remove/0/spans")]
    [InlineData("""{"remove":[{"spans":[[-1,2]]}]}""", "/remove/0/spans")]
    [InlineData("""{"remove":[{"spans":[[1,2,3]]}]}""", "/remove/0/spans")]
    [InlineData("""{"remove":[{"spans":[[1.5,2]]}]}""", "/remove/0/spans")]
    [InlineData("""{"remove":[{"spans":[]}]}""", "/remove/0/spans")]
    [InlineData("""{"remove":[{"columns":[""]}]}""", "/remove/0/columns/0")]
    [InlineData("""{"remove":[{"columns":["a",1]}]}""", "/remove/0/columns/1")]
    [InlineData("""{"remove":[{"fields":["a"]}]}""", "/remove/0/fields/0")]
    [InlineData("""{"remove":[{"fields":["/a~2"]}]}""", "/remove/0/fields/0")]
    [InlineData("""{"remove":[{"categories":["iban","name"]}]}""", "/remove/0/categories/1")]
    [InlineData("""{"remove":[{"columns":["\ud800"]}]}""", "")]
    public void What_is_not_of_the_form_is_refused_with_the_member(string json, string pointer)
    {
        var refused = Assert.Throws<RefusedException>(() => Parse(json));
        Assert.Equal("extract-malformed", refused.Slug);
        Assert.Equal(pointer, Assert.IsType<RequestFault[]>(refused.Extensions["faults"])[0].Pointer);
    }

    [Fact]
    public void There_may_be_so_many_and_no_more()
    {
        string span = "[1,2]";
        Refuses($$"""{"remove":[{"spans":[{{string.Join(',', Enumerable.Repeat(span, 10_001))}}]}]}""");
        Refuses($$"""{"keep":[{"rows":"{{string.Join(',', Enumerable.Range(1, 10_001))}}"}]}""");
        Refuses($$"""{"keep":[{{string.Join(',', Enumerable.Repeat("""{"rows":"1"}""", 65))}}]}""");
        Refuses($$"""{"keep":[{"columns":["{{new string('a', 513)}}"]}]}""");
        string names = $$"""{"columns":[{{string.Join(',', Enumerable.Range(1, 600).Select(number => $"\"{number}\""))}}]}""", spans = $$"""{"spans":[{{string.Join(',', Enumerable.Range(1, 6000).Select(number => $"[{4 * number},{(4 * number) + 2}]"))}}]}""";
        Refuses($$"""{"keep":[{{names}}],"remove":[{{names}}]}""");
        Refuses($$"""{"keep":[{{spans}}],"remove":[{{spans}}]}""");
        Assert.Equal(600, Parse($$"""{"keep":[{{names}}],"remove":[{{spans}}]}""").Keep[0].Names.Count);
        Refuses(new string(' ', ExtractRequest.MaximumSize) + """{"keep":[{"rows":"1"}]}""");
        Assert.Single(Parse($$"""{"keep":[{"rows":"{{string.Join(',', Enumerable.Range(1, 10_000))}}"}]}""").Keep[0].Ranges);
    }

    private static void Refuses(string json) => Assert.Equal("extract-malformed", Assert.Throws<RefusedException>(() => Parse(json)).Slug);

    private static ExtractRequest Parse(string json) => ExtractRequest.Parse(Encoding.UTF8.GetBytes(json));
}
