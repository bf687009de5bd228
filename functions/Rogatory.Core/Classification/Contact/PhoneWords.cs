namespace Rogatory.Core.Classification.Contact;

/// <summary>Words that stand before telephone numbers.</summary>
internal static class PhoneWords
{
    public static IReadOnlyList<string> All { get; } =
    [
        "phone*", "telephone*", "tel", "telno", "mobile*", "mob", "cell", "cellphone", "cellular", "landline", "fax", "telefax", "call", "dial", "sms", "text me", "whatsapp",
        "signal", "contact number", "hotline", "helpline", "voicemail", "telefon*", "fon", "handy*", "mobilfunk*", "mobiltelefon*", "rufnummer*", "anruf*", "durchwahl", "ruf",
        "téléphone*", "portable", "mobile", "fixe", "appel*", "teléfono*", "telf", "tfno", "tlf", "móvil*", "celular*", "llam*", "telefono*", "cellulare", "cell", "fisso", "chiam*",
        "telefone*", "telemóvel*", "celular", "ligar", "telefoon*", "gsm", "mobiel*", "bel", "tel.nr", "telefoonnummer", "komórk*", "komórkowy", "kom", "zadzwo*", "puhelin*", "telefonszám", "msisdn",
    ];
}
