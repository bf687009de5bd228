namespace Rogatory.Core.Classification;

/// <summary>A detector of a number (or code of letters and digits) that has a known shape and a rule to tell right ones from wrong ones.</summary>
internal abstract class NumberRule : Detector
{
    /// <summary>What most often carries numbers that are none of a person's.</summary>
    private static readonly string[] OtherNumbers =
    [
        "isbn", "issn", "ean", "gtin", "order no", "order number", "order id", "bestellnummer", "invoice no", "invoice number", "rechnungsnummer",
        "facture", "tracking", "article no", "artikelnummer", "serial", "part number", "sku", "ticket", "version", "build", "checksum", "hash",
    ];

    /// <summary>
    /// How it is written: <c>#</c> is a digit, <c>@</c> a letter, <c>*</c> either, a letter or digit itself; between groups one of space,
    /// <c>-</c>, <c>.</c>, <c>/</c>, <c>:</c>, <c>+</c>. At most 64 characters without separators and 10 groups.
    /// Each shape without its separators is a shape too, unless <see cref="AllowsCompact"/> says no.
    /// </summary>
    public abstract IReadOnlyList<string> Shapes { get; }

    /// <summary>The reason that stands in a finding: what was checked.</summary>
    public abstract string Check { get; }

    /// <summary>How likely a right one is what it seems, in running text that says nothing about it. Under <see cref="Confidences.Floor"/> it is then not reported.</summary>
    public abstract double Bare { get; }

    /// <summary>How likely it is with a context word before it or in its label.</summary>
    public abstract double InContext { get; }

    /// <summary>Whether the number is also written in one piece.</summary>
    public virtual bool AllowsCompact => true;

    /// <summary>Whether it is found in other groups than its shapes say, where it is all there is or a word says what it is.</summary>
    public virtual bool AllowsAnyGrouping => AllowsCompact;

    /// <summary>Whether it is reported only with a context word.</summary>
    public virtual bool NeedsContext => false;

    /// <summary>Whether <see cref="IsValid"/> is given upper case whatever was written.</summary>
    public virtual bool FoldsCase => true;

    /// <summary>Whether it is so often right by chance that the name of another number before it says that it is not this.</summary>
    public virtual bool YieldsToNames => false;

    public override IReadOnlyList<string> Counter => OtherNumbers;

    /// <summary><see cref="Bare"/> of numbers in this shape, where groups or a prefix tell more than their lack.</summary>
    public virtual double BareOf(string shape) => Bare;

    /// <summary>The same of this very number: <paramref name="bare"/>, or less where it tells less than others do.</summary>
    public virtual double BareFor(ReadOnlySpan<char> compact, double bare) => bare;

    /// <summary>Whether this is one: its check digits, dates, ranges. The shape was matched and the separators are gone. At most 64 steps or so: it is called often.</summary>
    public abstract bool IsValid(ReadOnlySpan<char> compact);
}
