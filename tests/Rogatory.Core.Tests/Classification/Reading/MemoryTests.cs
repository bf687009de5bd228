using System.Text;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading;

namespace Rogatory.Core.Tests.Classification.Reading;

/// <summary>What is held is the whole process's: nothing else may run beside it.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class MemoryTestsAlone;

[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const long Length = 24L << 20;

    // What the readers' buffers, a few thousand names and the runtime's own slack take: far below the length.
    private const long MostHeld = 6L << 20;

    /// <summary>One thing of each kind that has no end.</summary>
    public static TheoryData<string, string, string> Endless => new()
    {
        { "text", "words\n", "word after word " },
        { "table", "a;b\n1;2\n", "3;4\n" },
        { "table", "a;b\n1;2\n3;\"", "quoted " },
        { "table", "a;b\n1;2\n", ";" },
        { "json", "{\"a\":\"", "long \\u00e9 string " },
        { "json", "{", "\"name\":1," },
        { "json", "[", "{\"a\":{\"b\":[1]}}," },
        { "json", "{\"a\":[1],\"", "long name " },
        { "xml", "<?xml version='1.0'?><a b='", "long value " },
        { "xml", "<?xml version='1.0'?><a><!-- ", "long comment " },
        { "xml", "<?xml version='1.0'?><!DOCTYPE a [", "<!ENTITY e 'v'>" },
        { "xml", "<?xml version='1.0'?><a><", "long_name" },
        { "xml", "<?xml version='1.0'?><a>", "<b c='d'>" },
        { "html", "<html><p title='", "long value " },
        { "html", "<html><script>", "var a; " },
        { "html", "<html><p>", "<a href='x'>y</a>" },
        { "html", "<html><table>", "<tr><td>x" },
        { "mail", "From: a@x.example\r\nTo: b@x.example\r\nSubject: ", "long subject " },
        { "mail", "From: a@x.example\r\nTo: b@x.example\r\n\r\n", "long body without a line's end " },
        { "mail", "From: a@x.example\r\nMIME-Version: 1.0\r\nContent-Transfer-Encoding: base64\r\n\r\n", "d29yZHM=\r\n" },
        { "mail", "From: a@x.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n", "before the parts\r\n" },
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public void Nothing_is_held_because_it_is_long(string format, string beginning, string repeated)
    {
        var sink = new WatchingSink();
        using var content = new EndlessStream(Encoding.UTF8.GetBytes(beginning), Encoding.UTF8.GetBytes(repeated), Length);
        ReadingReport report = ItemReader.Read(content, sink, new ReadingLimits(), CancellationToken.None);
        Assert.Equal(format, report.Format);
        Assert.InRange(sink.MostHeld, 0, MostHeld);
    }

    /// <summary>Looks at what is held, a few times on the way.</summary>
    private sealed class WatchingSink : ITextSink
    {
        private const long Step = Length / 6;

        private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
        private long _written;
        private long _next = Step;
        private long _moves;

        public long MostHeld { get; private set; }

        public void MoveTo(Locator place, string? label)
        {
            if (++_moves % 400_000 == 0) Look();
        }

        public void Write(ReadOnlySpan<char> text)
        {
            _written += text.Length;
            if (_written < _next) return;
            _next += Step;
            Look();
        }

        private void Look() => MostHeld = Math.Max(MostHeld, GC.GetTotalMemory(forceFullCollection: true) - _before);
    }
}
