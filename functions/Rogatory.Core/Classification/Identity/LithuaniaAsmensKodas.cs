namespace Rogatory.Core.Classification.Identity;

/// <summary>The Lithuanian asmens kodas.</summary>
internal sealed class LithuaniaAsmensKodas : BalticNumber
{
    public override string Id => "lt-asmens-kodas";

    public override string Citation => "Lietuvos Respublikos gyventojų registro įstatymas, 8 straipsnis";

    protected override IReadOnlyList<string> Names => ["asmens kodas", "asmens kodo", "asmens kodą", "lithuanian personal*", "lithuanian id"];
}
