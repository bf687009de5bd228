namespace Rogatory.Core.Classification.Identity;

/// <summary>The number of a Hong Kong identity card in one piece; <see cref="HongKongBracketedId"/> finds it as it is written on the card.</summary>
internal sealed class HongKongId : PersonNumber
{
    public override string Id => "hk-id";

    public override string Category => "identity-card";

    public override string Citation => "Registration of Persons Regulations (Cap. 177A); Immigration Department, check digit";

    public override IReadOnlyList<string> Shapes { get; } = ["@######*", "@@######*", "@###### *", "@@###### *", "@ ###### *", "@######-*", "@@######-*"];

    public override string Check => "check character (mod 11)";

    public override double Bare => 0.35;

    protected override IReadOnlyList<string> Names => Words;

    /// <summary>What it is called.</summary>
    public static IReadOnlyList<string> Words { get; } =
        ["hkid", "hkic", "hong kong id*", "hong kong identity*", "身份證", "身份證號碼", "身份證號", "id no", "hk identity card"];

    public override bool IsValid(ReadOnlySpan<char> compact) => IsRight(compact);

    /// <summary>One or two letters, six digits and the check character; an absent first letter counts as a space, which is 36.</summary>
    public static bool IsRight(ReadOnlySpan<char> compact)
    {
        if (compact[^1] is not ((>= '0' and <= '9') or 'A') || Digits.AllSame(compact[^7..^1]))
            return false;
        int sum = compact.Length == 8 ? 9 * 36 : 0;
        for (int index = 0; index < compact.Length; index++)
        {
            char unit = compact[index];
            sum += (char.IsAsciiDigit(unit) ? unit - '0' : unit - 'A' + 10) * (compact.Length - index);
        }

        return sum % 11 == 0;
    }
}
