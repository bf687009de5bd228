using System.Diagnostics.CodeAnalysis;

namespace Rogatory.Core.Access.Signatures;

/// <summary>What one label of <c>Signature-Input</c> says: the covered components in order, and the signature's parameters (RFC 9421
/// section 2.3).</summary>
internal sealed class SignatureInput
{
    /// <summary>The longest <c>nonce</c> and <c>keyid</c>, in characters.</summary>
    public const int MostTextCharacters = 256;

    private readonly StructuredItem _list;

    private SignatureInput(StructuredItem list, IReadOnlyList<string> components)
    {
        _list = list;
        Components = components;
    }

    /// <summary>The names of the covered components, in order; none twice, none with parameters of its own.</summary>
    public IReadOnlyList<string> Components { get; }

    /// <summary>The value of the line <c>@signature-params</c>.</summary>
    public string Serialized => StructuredFieldWriter.Write(_list);

    /// <summary>Reads one member of the dictionary, or says why it is refused.</summary>
    /// <remarks>A component with parameters (<c>sf</c>, <c>key</c>, <c>bs</c>, <c>req</c>, <c>tr</c>, <c>name</c>) is refused, never
    /// computed wrongly.</remarks>
    public static bool TryRead(
        StructuredItem member, [NotNullWhen(true)] out SignatureInput? input, [NotNullWhen(false)] out string? refusal)
    {
        (input, refusal) = (null, SignatureRefusal.Malformed);
        if (member.Value is not IReadOnlyList<StructuredItem> list) return false;
        var components = new List<string>(list.Count);
        foreach (var item in list)
        {
            if (item.Value is not string name) return false;
            var known = item.Parameters.Count == 0 && MessageComponents.IsKnown(name);
            if (!known || components.Contains(name))
            {
                refusal = known ? SignatureRefusal.ComponentRepeated : SignatureRefusal.ComponentUnsupported;
                return false;
            }

            components.Add(name);
        }

        input = new SignatureInput(member, components);
        refusal = null;
        return true;
    }

    /// <summary>Whether the parameter is there.</summary>
    public bool Has(string parameter) => _list.Parameters.Any(pair => pair.Key == parameter);

    /// <summary>The parameter as an integer; null when absent or of another type.</summary>
    public long? Integer(string parameter) => Parameter(parameter) as long?;

    /// <summary>The parameter as a string of 1 to <see cref="MostTextCharacters"/> characters; null when absent or anything else.</summary>
    public string? Text(string parameter) => Parameter(parameter) is string { Length: > 0 and <= MostTextCharacters } text ? text : null;

    private object? Parameter(string name) => _list.Parameters.FirstOrDefault(pair => pair.Key == name).Value;
}
