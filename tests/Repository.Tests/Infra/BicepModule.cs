namespace Repository.Tests.Infra;

/// <param name="Name">What it is called where it is used.</param>
/// <param name="Path">Its file, from the folder of the one that uses it.</param>
/// <param name="Given">The parameters it is given.</param>
internal sealed record BicepModule(string Name, string Path, IReadOnlyList<string> Given);
