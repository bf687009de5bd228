namespace Repository.Tests.Infra;

internal sealed record BicepParameter(string Name, bool HasDefault, bool IsDescribed);
