using Rogatory.Core.Flow;

namespace Rogatory.Functions.Flow;

/// <summary>What an orchestration hands to an activity: ids, codes and instants only.</summary>
public sealed record CaseCommand(string Case, DueCommand Command);
