namespace Rogatory.LocalHost.Gate;

/// <summary>A storage account of the emulator, for the calls that the gate makes itself.</summary>
public sealed record GateAccount(string Name, string Key)
{
    /// <summary>The account every Azurite has, with the key that its documentation publishes.</summary>
    public static GateAccount Development { get; } = new(
        "devstoreaccount1",
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==");

    /// <summary>Reads what AZURITE_ACCOUNTS holds: <c>name:key[:second key];…</c>, the same that Azurite itself is given.</summary>
    public static IReadOnlyList<GateAccount> Parse(string? accounts)
    {
        if (string.IsNullOrWhiteSpace(accounts)) return [Development];
        return [.. accounts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One)];

        static GateAccount One(string account) => account.Split(':') switch
        {
            [{ Length: > 0 } name, { Length: > 0 } key, ..] => new GateAccount(name, key),
            _ => throw new FormatException("AZURITE_ACCOUNTS must be a list of name:key, separated by semicolons."),
        };
    }

    /// <summary>Without the key, so that printing an account shows no secret.</summary>
    public override string ToString() => Name;
}
