using System.Globalization;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>An attachment of an extract, which is an extract itself.</summary>
/// <param name="Name">A name that says nothing.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record MailAttachment(string Name, string MediaType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Nothing, if no extract can be made of it in which values can be searched for as they stand.</summary>
    public static MailAttachment? Of(byte[] item, ExtractRequest request, ExtractLimits limits, int number, CancellationToken cancellationToken)
    {
        try
        {
            ExtractForm form = ExtractForms.Open(item, request, limits, cancellationToken);
            if (form.Format is not ("text" or "csv" or "json")) return null;
            form.Choose(request, new ExtractTally());
            RenderedExtract made = new ExtractMaking(form, request, limits, cancellationToken).Make();
            return new MailAttachment(string.Create(CultureInfo.InvariantCulture, $"attachment-{number}.{form.Extension}"), form.MediaType, made.Bytes);
        }
        catch (RefusedException)
        {
            return null;
        }
    }
}
