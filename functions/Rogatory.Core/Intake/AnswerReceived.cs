using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Intake;

/// <summary>The partner that we asked has answered: all that its answer declares is sealed, in a case of its own.</summary>
public sealed record AnswerReceived : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "intake.answer-received";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The case that the answer came in.</summary>
    public required CaseId Answer { get; init; }
}
