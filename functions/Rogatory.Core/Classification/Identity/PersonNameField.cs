namespace Rogatory.Core.Classification.Identity;

/// <summary>A field whose label says that it holds a person's name.</summary>
internal sealed class PersonNameField : NameField
{
    public override string Id => "person-name-field";

    public override IReadOnlyList<string> Terms =>
    [
        "full name", "fullname", "first name", "firstname", "last name", "lastname", "surname", "given name", "given names", "forename", "forenames", "family name",
        "middle name", "maiden name", "patient name", "customer name", "client name", "employee name", "contact name", "name of the accused", "name of accused", "name of suspect",
        "cardholder", "cardholder name", "account holder", "holder's name", "suspect", "beneficiary name", "subscriber name", "patient", "employee",
        "nom de famille", "nom et prénom", "nom et prénoms", "nom complet", "prénom", "prénoms", "nom d'usage", "nom de naissance", "titulaire",
        "vorname", "vornamen", "nachname", "familienname", "geburtsname", "vor- und nachname", "kontoinhaber", "inhaber", "nombre completo", "nombre y apellidos", "apellido",
        "apellidos", "primer apellido", "segundo apellido", "nombre de pila", "titular", "cognome", "nome e cognome", "cognome e nome", "intestatario", "nome completo", "apelido",
        "apelidos", "sobrenome", "nome próprio", "achternaam", "voornaam", "voornamen", "volledige naam", "familienaam", "imię", "imiona", "nazwisko", "imię i nazwisko",
    ];

    protected override double Confidence => 0.93;
}
