namespace Rogatory.Core.Classification.Identity;

/// <summary>The Chinese resident identity number: area, date of birth, serial, check character.</summary>
internal sealed class ChinaResidentId : PersonNumber
{
    public override string Id => "cn-resident-id";

    public override string Citation => "GB 11643-1999; ISO/IEC 7064 mod 11-2";

    public override IReadOnlyList<string> Shapes { get; } = ["#################*", "###### ######## ###*", "######-########-###*"];

    public override string Check => "area, date, check character (ISO/IEC 7064 mod 11-2)";

    public override double Bare => 0.97;

    public override double InContext => 0.99;

    protected override IReadOnlyList<string> Names =>
    [
        "身份证", "身份证号", "身份证号码", "公民身份号码", "身分證", "resident identity*", "chinese id", "china id",
    ];

    protected override IReadOnlyList<string> EverydayNames => ["id card", "resident id"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        if (compact[17] is not ((>= '0' and <= '9') or 'X') || !IsProvince(BirthDay.Two(compact, 0)))
            return false;
        if (!BirthDay.Is((int)Digits.Number(compact[6..10]), BirthDay.Two(compact, 10), BirthDay.Two(compact, 12)))
            return false;
        int product = 0;
        foreach (char digit in compact[..17])
            product = (product + digit - '0') * 2 % 11;
        int check = (12 - product) % 11;
        return compact[17] == (check == 10 ? 'X' : (char)('0' + check));
    }

    private static bool IsProvince(int code) =>
        code is (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46) or (>= 50 and <= 54) or (>= 61 and <= 65) or 71 or (>= 81 and <= 83) or 91;
}
