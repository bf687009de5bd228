namespace Rogatory.LocalHost;

/// <summary>Options of the form <c>--name value</c>, each known and given once.</summary>
internal sealed class CommandOptions
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">Names the option that is unknown, doubled or without a value.</exception>
    public CommandOptions(string[] args, params string[] known)
    {
        for (int at = 0; at < args.Length; at += 2)
        {
            if (!known.Contains(args[at], StringComparer.Ordinal))
                throw new FormatException($"{args[at]} is not known.");
            if (at + 1 == args.Length)
                throw new FormatException($"{args[at]} needs a value.");
            if (!_values.TryAdd(args[at], args[at + 1]))
                throw new FormatException($"{args[at]} is given twice.");
        }
    }

    public string? Find(string name) => _values.GetValueOrDefault(name);

    public string Get(string name) => Find(name) ?? throw new FormatException($"{name} is missing.");

    public Uri? FindOrigin(string name)
    {
        if (Find(name) is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? origin) && origin.Scheme is ("http" or "https")
            ? origin
            : throw new FormatException($"{name} takes an origin such as http://127.0.0.1:7071.");
    }

    public Uri GetOrigin(string name) => FindOrigin(name) ?? throw new FormatException($"{name} is missing.");
}
