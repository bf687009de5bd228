namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>Ends where a decompressor finds a fault: what came before is still text.</summary>
internal sealed class LenientStream(Stream decoded) : ForwardStream
{
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        if (_ended) return 0;
        try
        {
            return decoded.Read(buffer);
        }
        catch (InvalidDataException)
        {
            _ended = true;
            return 0;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) decoded.Dispose();
        base.Dispose(disposing);
    }
}
