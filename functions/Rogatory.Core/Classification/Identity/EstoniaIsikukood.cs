namespace Rogatory.Core.Classification.Identity;

/// <summary>The Estonian isikukood.</summary>
internal sealed class EstoniaIsikukood : BalticNumber
{
    public override string Id => "ee-isikukood";

    public override string Citation => "Rahvastikuregistri seadus, § 39 kuni 41; EVS 585";

    protected override IReadOnlyList<string> Names => ["isikukood", "isikukoodi", "isikukoodiga", "ik", "estonian id", "estonian personal*"];
}
