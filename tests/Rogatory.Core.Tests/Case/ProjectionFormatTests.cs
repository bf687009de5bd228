using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Tests.Case;

/// <summary>A stored projection that lacks what the fold has since learnt would be read as one in which that never happened.</summary>
public sealed class ProjectionFormatTests
{
    private const string Digest = "30a51e2414c596f7";

    [Fact]
    public void Whatever_changes_what_a_projection_holds_raises_its_format()
    {
        var members = new SortedSet<string>(StringComparer.Ordinal);
        Walk(typeof(Projection), members, []);
        Assert.Contains("CaseState.RotationFailures: ImmutableDictionary<String, Int32>", members);
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', members))))[..16];
        // Raise Projection.CurrentFormat, and put both here.
        Assert.Equal((15, Digest), (Projection.CurrentFormat, digest));
    }

    private static void Walk(Type type, SortedSet<string> members, HashSet<Type> seen)
    {
        foreach (Type argument in type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments())
            Walk(argument, members, seen);
        if (type.Namespace?.StartsWith("Rogatory", StringComparison.Ordinal) != true || !seen.Add(type))
            return;
        if (type.IsEnum)
            members.Add($"{Name(type)}: {string.Join(", ", Enum.GetNames(type))}");
        if (type.GetCustomAttribute<JsonConverterAttribute>() is not null)
            return;
        foreach (JsonDerivedTypeAttribute derived in type.GetCustomAttributes<JsonDerivedTypeAttribute>())
            Walk(derived.DerivedType, members, seen);
        foreach (PropertyInfo one in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.CanWrite && one.GetCustomAttribute<JsonIgnoreAttribute>() is null))
        {
            members.Add($"{Name(type)}.{one.Name}: {Name(one.PropertyType)}");
            Walk(one.PropertyType, members, seen);
        }
    }

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
