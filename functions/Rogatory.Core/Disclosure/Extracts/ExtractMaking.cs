using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>The making of one extract: what is to be marked, the marking, and the looking for what is left, again until nothing is.</summary>
internal sealed class ExtractMaking
{
    // What is found when the extract is classified again becomes a mark too; what keeps coming is a fault to refuse.
    private const int MostRounds = 6;

    private readonly ExtractForm _form;
    private readonly ExtractRequest _request;
    private readonly ExtractLimits _limits;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<string> _categories;
    private readonly ExtractValues _values;
    private readonly List<ExtractTarget> _targets = [];
    private ExtractMarks _marks;

    public ExtractMaking(ExtractForm form, ExtractRequest request, ExtractLimits limits, CancellationToken cancellationToken)
    {
        (_form, _request, _limits, _cancellationToken, _marks) = (form, request, limits, cancellationToken, form.Parts.Marks);
        _categories = [.. request.Names(false, ExtractSelectorKind.Categories)];
        _values = new ExtractValues(limits.ValueCharacters);
    }

    /// <summary>The marks that stand in the extract.</summary>
    public ExtractMarks Marks => _marks;

    /// <summary>The values that may stand nowhere in it.</summary>
    public ExtractValues Values => _values;

    public RenderedExtract Make()
    {
        if (_form.IsEmpty()) throw ExtractRefusals.Empty();
        Gather();
        for (int round = 1; ; round++)
        {
            _marks = _form.Parts.Marks.Continue(_values.Forms);
            RenderedExtract extract = _form.Render(ExtractEditor.Edit(_form, _targets, _values.Tree(everywhere: true), _marks, _cancellationToken), _limits);
            if (Classify(extract, round == MostRounds)) continue;
            LeftOverParts.Search(extract.Bytes, _form, new LeftOverSearch(_values.Tree(everywhere: false), _marks, _cancellationToken), _cancellationToken);
            return extract;
        }
    }

    private void Gather()
    {
        HashSet<string> kept = [.. _request.Names(true, ExtractSelectorKind.Categories)];
        List<ExtractTarget> removed = [], stays = [];
        if (_categories.Count + kept.Count > 0)
        {
            _form.Find(DetectorPack.Standard, (start, end, finding) =>
            {
                if (finding.Confidence < ExtractMaker.Threshold) return;
                if (_categories.Contains(finding.Category)) removed.Add(new ExtractTarget(start, end, finding.Category));
                if (kept.Contains(finding.Category)) stays.Add(new ExtractTarget(start, end, finding.Category));
            }, (value, finding) =>
            {
                if (finding.Confidence >= ExtractMaker.Threshold && _categories.Contains(finding.Category)) _values.Add(value, finding.Category, everywhere: true);
            }, _cancellationToken);
        }
        var found = removed.ToArray();
        removed.AddRange(_form.Locate(_request.Ranges(false, ExtractSelectorKind.Spans)).Concat(_form.Replaced()).Select(Removed));
        stays.AddRange(_form.Locate(_request.Ranges(true, ExtractSelectorKind.Spans)).Select(Removed));
        foreach (ExtractTarget target in ExtractEditor.Within(_form, removed))
        {
            _targets.Add(target);
            AddValue(target.Start, target.End, target.Label);
        }
        // What is known to be of a category is not to stand in what is kept, wherever it was known.
        foreach (ExtractTarget target in found)
            _values.AddElsewhere(_form.ValueOf(target.Start, target.End), target.Label);
        foreach (ExtractValues values in _form.Parts.Values)
            _values.Add(values);
        foreach ((int start, int end) in _form.Dropped())
            AddValue(start, end, ExtractMarks.Removed);
        if (_request.Keeps(ExtractSelectorKind.Spans) || _request.Keeps(ExtractSelectorKind.Categories))
            _targets.AddRange(ExtractEditor.Between(_form, stays));
    }

    private static ExtractTarget Removed((int Start, int End) place) => new(place.Start, place.End, ExtractMarks.Removed);

    private void AddValue(int start, int end, string label)
    {
        string value = _form.ValueOf(start, end);
        bool everywhere = label != ExtractMarks.Removed;
        _values.Add(value, label, everywhere);
        if (value.Length != end - start) _values.Add(_form.Text[start..end], label, everywhere);
    }

    /// <summary>Looks for the categories again, and says whether it found what is to become a mark too.</summary>
    private bool Classify(RenderedExtract extract, bool isLast)
    {
        if (_categories.Count == 0) return false;
        bool isMore = false;
        var sink = new FoundText(DetectorPack.Standard, (finding, text, before, after) =>
        {
            if (finding.Confidence < ExtractMaker.Threshold || !_categories.Contains(finding.Category) || _form.IsName(text)) return;
            foreach (string piece in _marks.Without(text, before, after))
            {
                if (!piece.Any(char.IsLetterOrDigit)) continue;
                if (isLast || !_values.Add(piece, finding.Category, everywhere: true)) throw ExtractRefusals.LeftOver(finding.Category, Place(finding.Locator), "Remove it as a span too, or keep less.");
                isMore = true;
            }
        });
        using Stream content = ExtractBytes.AsStream(extract.Bytes);
        ReadingReport report = _form.IsPlain
            ? ItemReader.ReadAsText(content, sink, new ReadingLimits(), _cancellationToken)
            : ItemReader.Read(content, sink, new ReadingLimits(), _cancellationToken);
        sink.Complete();
        if (report.Unread.Count > 0) throw ExtractRefusals.NotPossible("The extract could not be read again in full, so that it can't be said what it holds.", "Ask for it as text.");
        return isMore;
    }

    private static string Place(Locator place) => string.Join(", ", new[]
    {
        // The names on the way to a value of JSON are the item's own words.
        place.Part, place.Page is { } page ? $"page {page}" : null, place.Line is { } line ? $"line {line}" : null, place.Cell is ['/', ..] ? null : place.Cell,
    }.Where(one => !string.IsNullOrEmpty(one)));
}
