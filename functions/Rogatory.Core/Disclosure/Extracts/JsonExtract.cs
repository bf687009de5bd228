using System.Text;
using System.Text.Json;
using Rogatory.Envelope;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>JSON and JSON Lines, by fields, by values of JSON Lines, spans and categories. What stays is written as it was, white space too.</summary>
internal sealed class JsonExtract : TextExtract
{
    private const int MostLevels = 256;

    private readonly List<(int Start, int End)> _units = [], _deleted = [], _replaced = [], _dropped = [];
    private readonly HashSet<int> _bare = [];
    private bool _isLines;

    public JsonExtract(SourceText source, CancellationToken cancellationToken)
        : base(source, isTextOnly: false)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ReadOnlySpan<byte> utf8 = source.Encoding is UTF8Encoding ? source.Bytes.Span[source.Preamble..] : Encoding.UTF8.GetBytes(source.Text);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = MostLevels });
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            throw ExtractRefusals.NotPossible("The item looks like JSON but has a mistake in it, or is nested too deep.", "Ask for lines of it as text.");
        }
    }

    public override string Format => "json";

    public override string MediaType => _isLines ? "application/jsonl" : "application/json";

    public override string Extension => _isLines ? "jsonl" : "json";

    public override BlockKind? Kind => Source.HasBlocks ? BlockKind.Lines : null;

    public override void Choose(ExtractRequest request, ExtractTally tally)
    {
        foreach (ExtractSelectorKind kind in (ReadOnlySpan<ExtractSelectorKind>)[ExtractSelectorKind.Columns, ExtractSelectorKind.Header, ExtractSelectorKind.Pages])
        {
            if (request.Has(kind)) throw ExtractRefusals.NotThere(ExtractRequest.NameOf(kind), Format, "Name fields, spans or categories.");
        }
        var selection = new JsonSelection(request, Text, _units, _deleted, _replaced, _dropped);
        List<(int Start, int End)> values = selection.Read();
        _isLines = values.Count > 1;
        tally.Add("fields", selection.FieldsDropped);
        ChooseValues(request, tally, values);
    }

    public override IEnumerable<(int Start, int End)> Units() => _units;

    public override IEnumerable<(int Start, int End)> Replaced() => _replaced;

    public override IEnumerable<(int Start, int End)> Dropped() => _dropped;

    public override RenderedExtract Render(IReadOnlyList<ExtractEdit> edits, ExtractLimits limits)
    {
        edits = [.. edits.Select(edit => _bare.Contains(edit.Start) ? edit with { Mark = $"\"{edit.Mark}\"" } : edit)];
        using var writer = new ExtractWriter(Source, limits);
        int at = 0, next = 0;
        foreach ((int start, int end) in _deleted)
        {
            if (start > at) writer.Copy(at, start, edits, ref next);
            at = Math.Max(at, end);
        }
        writer.Copy(at, Text.Length, edits, ref next);
        return writer.Finish();
    }

    public override (int Start, int End) Snap(int unitStart, int unitEnd, int start, int end)
    {
        if (unitStart == 0 || Text[unitStart - 1] != '"')
        {
            _bare.Add(unitStart);
            return (unitStart, unitEnd);
        }
        return (JsonEscapes.Before(Text, unitStart, start), JsonEscapes.After(Text, unitStart, end));
    }

    public override void Scan(int start, int end, ValueMatcher matcher)
    {
        for (int at = start; at < end;)
        {
            (char unit, int length) = JsonEscapes.Read(Text, at);
            matcher.Add(unit, at);
            at += length;
        }
    }

    public override string ValueOf(int start, int end)
    {
        var value = new StringBuilder(end - start);
        for (int at = start; at < end;)
        {
            (char unit, int length) = JsonEscapes.Read(Text, at);
            value.Append(unit);
            at += length;
        }
        return value.ToString();
    }

    /// <summary>Rows and lines are the values of JSON Lines. One that goes takes what stands up to the next with it.</summary>
    private void ChooseValues(ExtractRequest request, ExtractTally tally, List<(int Start, int End)> values)
    {
        foreach (ExtractSelectorKind kind in (ReadOnlySpan<ExtractSelectorKind>)[ExtractSelectorKind.Rows, ExtractSelectorKind.Lines])
        {
            if (!request.Has(kind)) continue;
            if (!_isLines) throw ExtractRefusals.NotThere(ExtractRequest.NameOf(kind), Format, "Name fields, such as /0 for the first element, or ask for lines of it as text.");
            var numbers = new NumberSet(request, kind);
            for (int index = 0; index < values.Count; index++)
            {
                if (numbers.Keeps(index + 1)) continue;
                tally.Add(ExtractRequest.NameOf(kind));
                _deleted.Add((values[index].Start, index + 1 < values.Count ? values[index + 1].Start : Text.Length));
            }
        }
        _deleted.Sort();
        foreach (List<(int Start, int End)> places in (List<(int Start, int End)>[])[_units, _replaced, _dropped])
            RemoveDeleted(places);
    }

    private void RemoveDeleted(List<(int Start, int End)> places)
    {
        int at = 0, kept = 0, end = 0;
        foreach ((int start, int last) in places.ToArray())
        {
            while (at < _deleted.Count && _deleted[at].Start <= start) end = Math.Max(end, _deleted[at++].End);
            if (start >= end) places[kept++] = (start, last);
        }
        places.RemoveRange(kept, places.Count - kept);
    }
}
