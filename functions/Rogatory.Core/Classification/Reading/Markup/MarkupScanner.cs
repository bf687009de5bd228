using System.Buffers;
using System.Text;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Classification.Reading.Markup;

/// <summary>
/// Reads XML and HTML in one pass, in bounded memory and linear time, whatever they hold. It knows no fault: where the text breaks the
/// rules it reads on, so that nothing in it is missed. Nothing is fetched, and entities of the document's own are not expanded but
/// handed on as they are declared.
/// </summary>
/// <remarks>System.Xml stops at the first fault, and keeps a whole attribute, comment or name in memory.</remarks>
internal sealed class MarkupScanner(CharacterWindow window, MarkupHandler handler, bool isHtml, CancellationToken cancellationToken)
{
    private const int Piece = 4096;

    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\r\n\f/>=");
    private static readonly SearchValues<char> EndOfBareValue = SearchValues.Create(" \t\r\n\f>&");

    private readonly NamePool _names = new();
    private readonly StringBuilder _value = new();
    private bool _continues;

    private enum Target
    {
        Comment,
        Declaration,
        Text,
    }

    public void Run()
    {
        for (ReadOnlySpan<char> next = window.Peek(); !next.IsEmpty; next = window.Peek())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (next[0] == '<') Tag();
            else if (next[0] == '&') Reference();
            else
            {
                int end = next.IndexOfAny('<', '&');
                ReadOnlySpan<char> text = end < 0 ? next : next[..end];
                handler.Text(text);
                window.Skip(text.Length);
            }
        }
        handler.End();
    }

    private void Reference()
    {
        int length = Entities.Read(window.Peek(CharacterWindow.Furthest), isHtml, out string value);
        handler.Text(length > 0 ? value : "&");
        window.Skip(Math.Max(length, 1));
    }

    private void Tag()
    {
        if (window.IsAt("<!--")) Until(4, "-->", Target.Comment);
        else if (window.IsAt("<![CDATA[")) Until(9, "]]>", Target.Text);
        else if (window.IsAt("<?")) Until(2, isHtml ? ">" : "?>", Target.Declaration);
        else if (window.IsAt("<!")) Declaration();
        else if (window.IsAt("</") && IsNameStart(window.Peek(3), 2))
        {
            window.Skip(2);
            string name = Name();
            Until(0, ">", null);
            handler.Close(name);
        }
        else if (IsNameStart(window.Peek(2), 1))
        {
            window.Skip(1);
            Start();
        }
        else
        {
            handler.Text("<");
            window.Skip(1);
        }
    }

    private void Start()
    {
        string name = Name();
        handler.Open(name);
        bool isClosed = Attributes();
        handler.Opened(name);
        if (isClosed && !isHtml) handler.Close(name);
        if (!isHtml || isClosed || name is not ("script" or "style")) return;
        Until(0, $"</{name}", Target.Text);
        Until(0, ">", null);
        handler.Close(name);
    }

    /// <summary>Reads to the end of the tag, and says whether it closes itself.</summary>
    private bool Attributes()
    {
        bool slash = false;
        for (; ; )
        {
            ReadOnlySpan<char> next = window.Peek();
            if (next.IsEmpty) return false;
            if (next[0] == '>')
            {
                window.Skip(1);
                return slash;
            }
            if (next[0] is ' ' or '\t' or '\r' or '\n' or '\f' or '/' or '=')
            {
                slash = next[0] == '/';
                window.Skip(1);
                continue;
            }
            slash = false;
            cancellationToken.ThrowIfCancellationRequested();
            string name = Name();
            SkipSpace();
            if (window.IsAt("="))
            {
                window.Skip(1);
                SkipSpace();
                Value(name);
            }
            else handler.Attribute(name, "", continues: false);
        }
    }

    private void Value(string name)
    {
        ReadOnlySpan<char> first = window.Peek();
        char quote = first is ['"' or '\'', ..] ? first[0] : '\0';
        if (quote != '\0') window.Skip(1);
        _value.Clear();
        _continues = false;
        for (; ; )
        {
            ReadOnlySpan<char> next = window.Peek();
            int end = quote != '\0' ? next.IndexOfAny(quote, '&') : next.IndexOfAny(EndOfBareValue);
            ReadOnlySpan<char> plain = end < 0 ? next : next[..end];
            if (plain.Length > Piece) plain = plain[..Piece];
            _value.Append(plain);
            window.Skip(plain.Length);
            if (_value.Length >= Piece) Flush(name);
            if (window.Peek() is not [var stop, ..]) break;
            if (plain.Length != end) continue;
            if (stop == '&')
            {
                int length = Entities.Read(window.Peek(CharacterWindow.Furthest), isHtml, out string value);
                _value.Append(length > 0 ? value : "&");
                window.Skip(Math.Max(length, 1));
                continue;
            }
            if (quote != '\0') window.Skip(1);
            break;
        }
        if (_value.Length > 0 || !_continues) Flush(name);
    }

    private void Flush(string name)
    {
        handler.Attribute(name, _value.ToString(), _continues);
        _continues = true;
        _value.Clear();
    }

    /// <summary>Reads a name, at least one character, and keeps what of it is not too long.</summary>
    private string Name()
    {
        ReadOnlySpan<char> here = window.Peek();
        int length = here.IndexOfAny(EndOfName);
        string kept = length < 0 ? LongName() : _names[here[..length]];
        if (length > 0) window.Skip(length);
        return isHtml && kept.AsSpan().ContainsAnyInRange('A', 'Z') ? _names[kept.ToLowerInvariant()] : kept;
    }

    private string LongName()
    {
        var name = new StringBuilder();
        for (; ; )
        {
            ReadOnlySpan<char> next = window.Peek();
            int end = next.IndexOfAny(EndOfName);
            ReadOnlySpan<char> more = end < 0 ? next : next[..end];
            if (name.Length < NamePool.Longest) name.Append(more[..Math.Min(more.Length, NamePool.Longest)]);
            window.Skip(more.Length);
            if (end >= 0 || next.IsEmpty) break;
        }
        return _names[name.ToString()];
    }

    private void SkipSpace()
    {
        while (window.Peek() is [' ' or '\t' or '\r' or '\n' or '\f', ..])
            window.Skip(1);
    }

    /// <summary>A document type ends where no quote and no bracket of an internal subset is open.</summary>
    private void Declaration()
    {
        window.Skip(2);
        int brackets = 0;
        char quote = '\0';
        _continues = false;
        for (; ; )
        {
            ReadOnlySpan<char> next = window.Peek();
            int length = 0;
            bool ended = next.IsEmpty;
            while (length < next.Length && length < Piece && !ended)
            {
                char one = next[length];
                if (quote != '\0') quote = one == quote ? '\0' : quote;
                else if (one is '"' or '\'') quote = one;
                else if (one == '[') brackets++;
                else if (one == ']') brackets--;
                else if (one == '>' && brackets <= 0) ended = true;
                length++;
            }
            Emit(Target.Declaration, next[..(ended && length > 0 ? length - 1 : length)]);
            window.Skip(length);
            if (ended) return;
        }
    }

    private void Until(int skip, string mark, Target? target)
    {
        window.Skip(skip);
        _continues = false;
        for (; ; )
        {
            ReadOnlySpan<char> next = window.Peek(mark.Length);
            if (next.IsEmpty) return;
            int end = next.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            int length = end >= 0 ? end : Math.Max(next.Length - mark.Length + 1, next.Length < mark.Length ? next.Length : 0);
            Emit(target, next[..length]);
            window.Skip(end >= 0 ? length + mark.Length : length);
            if (end >= 0) return;
        }
    }

    private void Emit(Target? target, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || target is null) return;
        if (target == Target.Comment) handler.Comment(text, _continues);
        else if (target == Target.Declaration) handler.Declaration(text, _continues);
        else handler.Text(text);
        _continues = true;
    }

    private static bool IsNameStart(ReadOnlySpan<char> text, int at) => text.Length > at && (char.IsLetter(text[at]) || text[at] is '_' or ':');
}
