using Rogatory.Core.Classification;
using Rogatory.Envelope;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>
/// Makes of an item what may be handed on of it, in the item's own format or as text. What is made is then searched for every value that was
/// removed, in whatever encoding, and classified again: with anything left there is no extract.
/// </summary>
public static class ExtractMaker
{
    /// <summary>Findings that are less sure are none.</summary>
    public const double Threshold = 0.5;

    /// <summary>Makes an extract. It is held in memory, as the item is, until it is known to be clean.</summary>
    /// <param name="content">The item's plaintext, readable and seekable; it stays open, and its exceptions pass through.</param>
    /// <param name="request">What to keep and what to remove.</param>
    /// <param name="limits">How large things may be.</param>
    /// <param name="destination">Takes the extract, once all is well with it; its exceptions pass through.</param>
    /// <param name="cancellationToken">Stops the making.</param>
    /// <exception cref="RefusedException">
    /// <c>extract-malformed</c>: the request names a column that the item does not have. <c>extract-not-possible</c>: no safe extract of such an item can be
    /// made, with cause and cure. <c>extract-empty</c>: nothing would be left. <c>extract-nothing-removed</c>: nothing that the request names is there.
    /// <c>extract-too-large</c>: a limit is met. <c>extract-left-over</c>: a value that was removed still stands somewhere.
    /// </exception>
    public static MadeExtract Make(Stream content, ExtractRequest request, ExtractLimits limits, Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(destination);
        byte[] bytes = ExtractBytes.Load(content, limits, cancellationToken);
        try
        {
            (MadeExtract made, RenderedExtract extract) = Make(bytes, request, limits, cancellationToken);
            destination.Write(extract.Bytes.Span);
            return made;
        }
        finally
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static (MadeExtract Made, RenderedExtract Extract) Make(byte[] bytes, ExtractRequest request, ExtractLimits limits, CancellationToken cancellationToken)
    {
        ExtractForm form = ExtractForms.Open(bytes, request, limits, cancellationToken);
        var tally = new ExtractTally();
        form.Choose(request, tally);
        var making = new ExtractMaking(form, request, limits, cancellationToken);
        RenderedExtract extract = making.Make();
        bool isLess = making.Marks.Counts.Count > 0 || Enum.GetValues<ExtractSelectorKind>().Any(kind => tally.Removed.ContainsKey(ExtractRequest.NameOf(kind)));
        if (extract.Bytes.Span.SequenceEqual(bytes) || (!isLess && !(form.IsRewritten && request.Remove.Count == 0))) throw ExtractRefusals.NothingRemoved();
        (IReadOnlyList<BlockRange> kept, IReadOnlyList<BlockRange> changed) =
            form.Kind is { } kind ? ExtractBlocks.Compare(kind, form.Provable(bytes), extract) : ([], []);
        return (new MadeExtract
        {
            Format = form.Format,
            MediaType = form.MediaType,
            Extension = form.Extension,
            Size = extract.Bytes.Length,
            Marks = making.Marks.Counts,
            Removed = tally.Removed,
            Kind = kept.Count == 0 ? null : form.Kind,
            Kept = kept,
            Changed = kept.Count == 0 ? [] : changed,
            DetectorPack = DetectorPack.Standard.Version,
        }, extract);
    }
}
