using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Rogatory.LocalHost.Gate;

/// <summary>An error as the Blob service's REST interface words it.</summary>
internal sealed record StorageError(int Status, string Code, string Message)
{
    public static StorageError ImmutableDueToPolicy { get; } = new(409, "BlobImmutableDueToPolicy",
        "This operation is not permitted as the blob is immutable due to a policy.");

    public static StorageError ImmutableDueToLegalHold { get; } = new(409, "BlobImmutableDueToLegalHold",
        "This operation is not permitted as the blob is immutable due to one or more legal holds.");

    public static StorageError PolicyIsLocked { get; } = new(409, "ImmutabilityPolicyDeleteOnLockedPolicy",
        "A locked immutability policy cannot be removed.");

    public static StorageError ContainerBeingDeleted { get; } = new(409, "ContainerBeingDeleted",
        "The specified container is being deleted. Try operation later.");

    public static StorageError BlobNotFound { get; } = new(404, "BlobNotFound", "The specified blob does not exist.");

    public static StorageError ConditionNotMet { get; } = new(412, "ConditionNotMet",
        "The condition specified using HTTP conditional header(s) is not met.");

    public static StorageError Unavailable { get; } = new(503, "ServerBusy", "Storage cannot be reached behind the immutability gate.");

    public static StorageError GateState { get; } = new(403, "AuthorizationPermissionMismatch",
        "This container holds the state of the immutability gate.");

    public static StorageError UnsupportedVerb { get; } = new(405, "UnsupportedHttpVerb",
        "The immutability gate passes on no request with this method to this resource.");

    public static StorageError InvalidTarget { get; } = new(400, "InvalidUri",
        "The immutability gate passes on no request whose host, path or query can be read in two ways.");

    public static StorageError NotImplemented(string what) => new(501, "APINotImplemented", $"{what} is not implemented here.");

    public static StorageError InvalidHeader(string name) => new(400, "InvalidHeaderValue",
        $"The value for one of the HTTP headers is not in the correct format: {name}.");

    public static StorageError InvalidParameter(string name) => new(400, "UnsupportedQueryParameter",
        $"One of the query parameters specified in the request URI is not supported: {name}.");

    public async Task WriteAsync(HttpContext context, DateTimeOffset now)
    {
        var requestId = Guid.NewGuid().ToString();
        var response = context.Response;
        response.StatusCode = Status;
        response.Headers["x-ms-error-code"] = Code;
        response.Headers["x-ms-request-id"] = requestId;
        if (Status == StatusCodes.Status503ServiceUnavailable) response.Headers.RetryAfter = "1";
        if (HttpMethods.IsHead(context.Request.Method)) return;

        var error = new XElement("Error",
            new XElement("Code", Code),
            new XElement("Message", string.Create(CultureInfo.InvariantCulture, $"{Message}\nRequestId:{requestId}\nTime:{now.UtcDateTime:O}")));
        var body = Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + error.ToString(SaveOptions.DisableFormatting));
        response.ContentType = "application/xml";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }
}
