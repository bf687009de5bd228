namespace Rogatory.Api.Authentication;

/// <summary>The origin under which callers reach us, from configuration. What a signature covers is built from it, never from what a
/// message says about itself.</summary>
public sealed class PublicOrigin
{
    private readonly string _origin;

    /// <exception cref="ArgumentException">It is not an http or https origin without path, query or user.</exception>
    public PublicOrigin(string origin)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || (uri.Scheme != "https" && uri.Scheme != "http")
            || uri.PathAndQuery != "/" || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
            throw new ArgumentException("The public origin is scheme, host and port, such as https://rogatory.example.", nameof(origin));
        _origin = uri.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>The target URI of a call: the origin followed by the path and query exactly as sent; null when the target was not sent as
    /// a path.</summary>
    public string? TargetUri(string rawTarget) => rawTarget.StartsWith('/') ? _origin + rawTarget : null;

    /// <inheritdoc/>
    public override string ToString() => _origin;
}
