using System.Collections.Frozen;

namespace Rogatory.Core.Classification.Contact;

/// <summary>The number of a mobile subscriber. It has no check digit: a word must say what it is.</summary>
internal sealed class Imsi : NumberRule
{
    /// <summary>Mobile country codes of ITU-T E.212, by ranges.</summary>
    private const string CountryCodes =
        "202 204 206 208 212-214 216 218-222 225-226 228 230-232 234-235 238 240 242 244 246-248 250 255 257 259-260 262 266 268 270 272 274 276 278 280 282-284 286 288-290 292-295 " +
        "297 302 308 310-316 330 332 334 338 340 342 344 346 348 350 352 354 356 358 360 362-366 368 370 372 374 376 400-402 404-406 410 412-421 422 424-432 434 436-438 440-441 450 452 454-457 460-461 466-467 470 472 " +
        "502 505 510 514-515 520 525 528 530 536-537 539-546 547-555 602-659 702 704 706 708 710 712 714 716 722 724 730 732 734 736 738 740 742 744 746 748 750 901";

    private static readonly FrozenSet<int> Known = CountryCodes.Split(' ').SelectMany(Range).ToFrozenSet();

    public override string Id => "imsi";

    public override string Category => "device-number";

    public override string Citation => "ITU-T E.212";

    public override IReadOnlyList<string> Shapes => ["###############", "### ## ##########", "### ### #########", "###-##-##########", "###-###-#########"];

    public override string Check => "mobile country code";

    public override double Bare => 0.1;

    public override double InContext => 0.95;

    public override bool NeedsContext => true;

    public override IReadOnlyList<string> Context => ["imsi*", "international mobile subscriber identity", "subscriber id*"];

    public override bool IsValid(ReadOnlySpan<char> compact) => Known.Contains((int)Digits.Number(compact[..3]));

    private static IEnumerable<int> Range(string range)
    {
        int first = (int)Digits.Number(range.AsSpan(0, 3));
        return Enumerable.Range(first, range.Length == 3 ? 1 : (int)Digits.Number(range.AsSpan(4)) - first + 1);
    }
}
