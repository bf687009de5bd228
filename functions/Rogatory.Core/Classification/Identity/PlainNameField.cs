namespace Rogatory.Core.Classification.Identity;

/// <summary>A field labelled with nothing but the word name, which may be a thing's too.</summary>
internal sealed class PlainNameField : NameField
{
    public override string Id => "name-field";

    public override IReadOnlyList<string> Terms => ["name", "names", "nom", "noms", "nombre", "nome", "naam", "nombres"];

    public override IReadOnlyList<string> Counter =>
    [
        "file", "host", "user", "username", "domain", "company", "product", "column", "table", "class", "brand", "bank", "street", "city", "country", "business", "organisation",
        "organization", "account", "event", "item", "server", "project", "school", "firma", "société", "empresa", "azienda", "bedrijf", "display", "package", "path", "field", "key",
        "type", "category", "model", "group", "team", "app", "application", "service", "device", "short", "code", "role", "state", "region", "branch", "merchant", "vendor",
    ];

    protected override double Confidence => 0.75;

    protected override bool MustBegin => true;
}
