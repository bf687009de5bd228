namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>The parameters of text that a content stream sets, saves and restores (ISO 32000-1, 9.3), and where it draws.</summary>
internal struct TextState
{
    public TextState()
    {
    }

    public Matrix Drawing = Matrix.Identity;
    public PdfFont? Font;
    public double Size;
    public double CharacterSpacing;
    public double WordSpacing;
    public double Scale = 1;
    public double Leading;
    public double Rise;
}
