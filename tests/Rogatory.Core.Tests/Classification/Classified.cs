using Rogatory.Core.Classification;

namespace Rogatory.Core.Tests.Classification;

/// <summary>What detectors find in a text.</summary>
internal static class Classified
{
    /// <summary>Everything that is found with these detectors; with all, if none are named.</summary>
    public static List<Finding> By(IReadOnlyList<Detector> detectors, string text, string? label = null) =>
        By(detectors.Count == 0 ? DetectorPack.Standard : new DetectorPack(detectors), text, label);

    public static List<Finding> By(DetectorPack pack, string text, string? label = null)
    {
        var found = new List<Finding>();
        var classifier = new Classifier(pack, found.Add);
        classifier.MoveTo(new Locator("body", Line: 1), label);
        classifier.Write(text);
        classifier.Complete();
        return found;
    }

    /// <summary>The found stretches, in their order.</summary>
    public static string[] Values(Detector detector, string text, string? label = null) =>
        [.. By([detector], text, label).Select(finding => Value(text, finding))];

    public static string Value(string text, Finding finding) => text[(int)finding.Start..(int)finding.End];

    /// <summary>The detector finds just this in the text, and is at least this sure.</summary>
    public static void Finds(Detector detector, string text, string value, double atLeast = 0.3, string? label = null)
    {
        Finding finding = Assert.Single(By([detector], text, label));
        Assert.Equal(value, Value(text, finding));
        Assert.True(finding.Confidence >= atLeast, $"{finding.Confidence} of {value}");
        Assert.Equal(detector.Id, finding.Detector);
    }

    public static void FindsNothing(Detector detector, string text, string? label = null) => Assert.Empty(Values(detector, text, label));
}
