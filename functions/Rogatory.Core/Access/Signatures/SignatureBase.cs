using System.Text;

namespace Rogatory.Core.Access.Signatures;

/// <summary>The bytes that are signed (RFC 9421 section 2.5).</summary>
internal static class SignatureBase
{
    /// <summary>One line a component, then the parameters; null when a component has no value.</summary>
    public static byte[]? Build(IReadOnlyList<string> components, string parameters, Func<string, string?> value)
    {
        var lines = new StringBuilder();
        foreach (var component in components)
        {
            if (value(component) is not { } text) return null;
            lines.Append('"').Append(component).Append("\": ").Append(text).Append('\n');
        }

        lines.Append("\"@signature-params\": ").Append(parameters);
        return Encoding.ASCII.GetBytes(lines.ToString());
    }
}
