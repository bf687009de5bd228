using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

/// <summary>A condition that is not met, as the problem details say it.</summary>
public sealed record AccessFindingView(
    string Rule, string Condition, string Citation, string Message, string Remedy, IReadOnlyDictionary<string, string> Facts)
{
    public static AccessFindingView Of(AccessFinding finding) =>
        new(finding.Rule, ApiJson.Word(finding.Condition), finding.Citation, finding.Message, finding.Remedy, finding.Facts);
}
