namespace Rogatory.Core.Classification.Identity;

/// <summary>A vehicle identification number; its check digit, which binds in North America and China only, speaks for it.</summary>
internal sealed class VehicleIdentification : NumberRule
{
    private static readonly int[] Weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

    public override string Id => "vin";

    public override string Category => "vehicle";

    public override string Citation => "ISO 3779; 49 CFR 565.15";

    public override IReadOnlyList<string> Shapes => ["*****************"];

    public override string Check => "letters in use, serial";

    public override double Bare => 0.9;

    public override double InContext => 0.97;

    public override IReadOnlyList<string> Context =>
    [
        "vin", "vehicle identification*", "chassis*", "frame number", "numéro de châssis", "fahrgestellnummer", "fin", "fahrzeug-identifizierungsnummer", "bastidor",
        "telaio", "chassi", "chassisnummer", "nadwozia",
    ];

    public override double BareFor(ReadOnlySpan<char> compact, double bare) => IsChecked(compact) ? bare : 0;

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        !compact.ContainsAny('I', 'O', 'Q') && compact.ContainsAnyInRange('A', 'Z') && Digits.Are(compact[13..]) && !Digits.AllSame(compact[..9]);

    private static bool IsChecked(ReadOnlySpan<char> compact)
    {
        int sum = 0;
        for (int index = 0; index < compact.Length; index++)
            sum += Value(compact[index]) * Weights[index];
        return compact[8] == (sum % 11 == 10 ? 'X' : (char)('0' + (sum % 11)));
    }

    private static int Value(char unit) => unit switch
    {
        <= '9' => unit - '0',
        <= 'H' => unit - 'A' + 1,
        <= 'R' => unit - 'J' + 1,
        _ => unit - 'S' + 2,
    };
}
