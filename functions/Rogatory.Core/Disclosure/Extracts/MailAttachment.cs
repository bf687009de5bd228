using System.Globalization;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>An attachment of an extract, which is an extract itself.</summary>
/// <param name="Name">A name that says nothing.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record MailAttachment(string Name, string MediaType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Nothing, if no extract can be made of it in which values can be searched for as they stand.</summary>
    /// <param name="item">The file.</param>
    /// <param name="request">What the extract of the message removes.</param>
    /// <param name="limits">How large things may be.</param>
    /// <param name="number">Of the attachment, from 1.</param>
    /// <param name="parts">The attachments before, and this one once it is made.</param>
    /// <param name="cancellationToken">Stops the making.</param>
    public static MailAttachment? Of(byte[] item, ExtractRequest request, ExtractLimits limits, int number, ExtractParts parts, CancellationToken cancellationToken)
    {
        try
        {
            ExtractForm form = ExtractForms.Open(item, request, limits, cancellationToken);
            if (form.Format is not ("text" or "csv" or "json") || form is not TextExtract text) return null;
            text.Join(parts);
            form.Choose(request, new ExtractTally());
            var making = new ExtractMaking(form, request, limits, cancellationToken);
            RenderedExtract made = making.Make();
            parts.Add(making);
            return new MailAttachment(string.Create(CultureInfo.InvariantCulture, $"attachment-{number}.{form.Extension}"), form.MediaType, made.Bytes);
        }
        catch (RefusedException)
        {
            return null;
        }
    }
}
