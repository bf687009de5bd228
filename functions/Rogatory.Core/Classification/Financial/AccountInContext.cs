namespace Rogatory.Core.Classification.Financial;

/// <summary>A bank account that has no check of its own, behind words that say it is one.</summary>
internal sealed class AccountInContext : TermRule
{
    private const int FewestDigits = 6, MostDigits = 20;

    public override string Id => "account-in-context";

    public override string Category => "bank-account";

    public override string Citation => "national practice";

    public override IReadOnlyList<string> Terms =>
    [
        "account no", "account number", "account num", "account #", "acct", "acct no", "acct number", "a/c", "a/c no", "bank account", "bank account number", "account id",
        "konto", "kto", "kto-nr", "kto.-nr", "checking account", "savings account", "kontonummer", "konto-nr", "konto nr", "kontonr", "numéro de compte", "n° de compte", "compte n°", "compte bancaire",
        "número de cuenta", "nº de cuenta", "cuenta bancaria", "cuenta corriente", "numero di conto", "conto corrente", "c/c n", "número da conta", "conta bancária", "conta n",
        "rekeningnummer", "rekening nr", "bankrekening", "bankrekeningnummer", "numer konta", "nr konta", "numer rachunku", "nr rachunku", "rachunek bankowy", "kontonummer nr",
        "bankkonto", "giro", "postgiro", "bankgiro", "clabe", "bsb",
    ];

    public override void Find(Window window, TermHit hit)
    {
        ValueText value = ValueText.After(window, hit, " -./");
        if (value.Digits is < FewestDigits or > MostDigits || value.Letters > 2)
            return;
        window.Report(this, value.Start, value.End, hit.InLabel ? 0.9 : 0.85, "a number of an account's length right after its word");
    }
}
