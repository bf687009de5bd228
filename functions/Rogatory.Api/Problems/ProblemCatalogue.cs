using System.Collections.Frozen;

namespace Rogatory.Api.Problems;

/// <summary>Every refusal there is, by the slug its type ends in. A slug is a promise to callers: it is never renamed or given another
/// meaning.</summary>
public static class ProblemCatalogue
{
    public const string Internal = "internal";
    public const string StorageUnavailable = "storage-unavailable";
    public const string RequestMalformed = "request-malformed";
    public const string TooLarge = "too-large";
    public const string LedgerBroken = "ledger-broken";
    public const string RangeNotSatisfiable = "range-not-satisfiable";
    public const string NotFound = "not-found";
    public const string MethodNotAllowed = "method-not-allowed";
    public const string MediaTypeNotSupported = "media-type-not-supported";
    public const string KeyVersionDisabled = "key-version-disabled";
    public const string SignatureMissing = "signature-missing";
    public const string SignatureInvalid = "signature-invalid";
    public const string TokenMissing = "token-missing";
    public const string TokenInvalid = "token-invalid";
    public const string SecondFactorRequired = "second-factor-required";
    public const string RoleRequired = "role-required";
    public const string IdentityProviderUnavailable = "identity-provider-unavailable";

    private static readonly FrozenDictionary<string, ProblemKind> Kinds = new Dictionary<string, ProblemKind>
    {
        [RequestMalformed] = new(400, "The request is not of its form"),
        ["body-malformed"] = new(400, "The body is not of its form"),
        ["query-malformed"] = new(400, "The query is not of its form"),
        ["decision-malformed"] = new(400, "The decision is not of its form"),
        ["proposal-malformed"] = new(400, "The proposal is not of its form"),
        ["facts-malformed"] = new(400, "The facts are not of their form"),
        ["item-malformed"] = new(400, "The item is not declared as it must be"),
        ["officer-malformed"] = new(400, "The officer's record is not of its form"),
        ["training-malformed"] = new(400, "The training or undertaking is not of its form"),
        ["hold-malformed"] = new(400, "The hold is not of its form"),
        ["review-malformed"] = new(400, "The review is not of its form"),
        ["erasure-malformed"] = new(400, "The erasure is not of its form"),
        ["correction-malformed"] = new(400, "The correction is not of its form"),
        ["extract-malformed"] = new(400, "The request for an extract is not of its form"),
        ["incident-malformed"] = new(400, "The incident is not of its form"),
        ["notice-malformed"] = new(400, "The notice is not of its form"),
        ["waiver-malformed"] = new(400, "The waiver is not of its form"),
        ["containment-malformed"] = new(400, "The measure is not of its form"),
        ["closing-malformed"] = new(400, "The closing is not of its form"),
        ["reasons-required"] = new(400, "Reasons are required"),
        ["partner-malformed"] = new(400, "The partner's entry is not of its form"),
        ["agreement-malformed"] = new(400, "The agreement is not of its form"),
        ["undertaking-malformed"] = new(400, "The undertaking is not of its form"),
        ["justification-required"] = new(400, "A justification is required"),
        [SignatureMissing] = new(401, "The call is not signed", Challenge: "Signature realm=\"rogatory\""),
        [SignatureInvalid] = new(401, "The call's signature was not accepted", Challenge: "Signature realm=\"rogatory\""),
        ["nonce-missing"] = new(401, "The call's signature carries no nonce", Challenge: "Signature realm=\"rogatory\""),
        ["nonce-used"] = new(401, "The call's nonce was used before", Challenge: "Signature realm=\"rogatory\""),
        ["body-not-as-signed"] = new(401, "The content is not what was signed", Challenge: "Signature realm=\"rogatory\""),
        [TokenMissing] = new(401, "The call carries no token", Challenge: "Bearer realm=\"rogatory\""),
        [TokenInvalid] = new(401, "The token was not accepted", Challenge: "Bearer realm=\"rogatory\", error=\"invalid_token\""),
        [SecondFactorRequired] = new(403, "A second factor is required"),
        [RoleRequired] = new(403, "The role for this call is missing"),
        ["access-refused"] = new(403, "Something that the call asks for is missing"),
        ["own-proposal"] = new(403, "This is for another officer than the one who proposed"),
        ["own-closing"] = new(403, "This is for another officer than the one who proposed to close"),
        ["own-hold"] = new(403, "This is for another officer than the one who placed the hold"),
        ["own-restriction"] = new(403, "This is for another officer than the one who restricted"),
        ["approved-already"] = new(403, "The approval that is missing is another officer's"),
        ["officer-own-record"] = new(403, "Nobody changes their own record"),
        ["own-incident"] = new(403, "This is for another officer than the one whom the incident is about"),
        ["own-glass"] = new(403, "This is for another officer than the one who broke the glass"),
        ["own-conflict"] = new(403, "This is for another officer than the one who declared the conflict"),
        ["transfer-not-allowed"] = new(403, "The transfer is no longer allowed"),
        ["policy-not-found"] = new(404, "There is no such policy"),
        ["item-altered"] = new(409, "What is stored is not what was sealed"),
        ["ledger-not-whole"] = new(409, "The case's ledger is not whole"),
        ["register-not-found"] = new(404, "There is no such register"),
        ["incident-not-found"] = new(404, "There is no such incident"),
        ["incident-notice-not-found"] = new(404, "The incident has no such notice"),
        ["notice-not-found"] = new(404, "There is no such notice"),
        ["disclosure-not-found"] = new(404, "There is no such disclosure"),
        ["hold-not-found"] = new(404, "There is no such hold"),
        ["erasure-not-found"] = new(404, "There is no such erasure"),
        ["erasure-not-done"] = new(404, "The erasure is not done yet"),
        [NotFound] = new(404, "There is no such thing here"),
        ["item-not-found"] = new(404, "The case has no such item"),
        ["case-not-found"] = new(404, "There is no such case"),
        ["drill-not-found"] = new(404, "There is no such drill"),
        ["drills-elsewhere"] = new(404, "Drills are played elsewhere"),
        ["case-of-drill"] = new(404, "The case is a drill's"),
        ["case-not-of-drill"] = new(404, "The case is not a drill's"),
        ["item-not-declared"] = new(404, "The request does not declare the item"),
        ["upload-not-granted"] = new(404, "There is no such upload"),
        ["risk-not-assessed"] = new(404, "The risk is not assessed yet"),
        ["receipt-not-ready"] = new(404, "The receipt is not issued yet"),
        ["checkpoint-not-made"] = new(404, "There is no such checkpoint yet"),
        ["rotation-not-found"] = new(404, "There is no such rotation"),
        ["officer-not-found"] = new(404, "The register has no such officer"),
        ["proposal-not-found"] = new(404, "No such proposal is open"),
        ["assignment-not-found"] = new(404, "The officer is not assigned to the case"),
        ["glass-not-found"] = new(404, "No such glass was broken"),
        ["conflict-not-found"] = new(404, "No such conflict stands"),
        ["partner-not-found"] = new(404, "No such partner is registered"),
        [MethodNotAllowed] = new(405, "The method is not allowed here"),
        ["reference-already-used"] = new(409, "Another request has this reference"),
        ["item-already-sealed"] = new(409, "The item is sealed from other content"),
        ["item-id-taken"] = new(409, "The item's id is taken"),
        ["upload-incomplete"] = new(409, "What was uploaded is not whole"),
        ["upload-already-completed"] = new(409, "The upload was completed already"),
        ["drill-not-finished"] = new(409, "The drill is not finished"),
        ["drill-changed"] = new(409, "The drill was changed meanwhile"),
        ["case-closed"] = new(409, "The case takes no more items"),
        ["decision-not-possible"] = new(409, "This can't be decided here"),
        ["item-held"] = new(409, "A legal hold stands on the item"),
        ["case-internal"] = new(409, "The case is a file of our own"),
        ["incident-closed"] = new(409, "The incident is closed"),
        ["incident-clock-running"] = new(409, "A clock of the incident runs"),
        ["notice-incomplete"] = new(409, "More was said to follow"),
        ["notice-sent-already"] = new(409, "The notice was sent already"),
        ["notice-superseded"] = new(409, "Another notice of the phase was sent"),
        ["delay-reasons-required"] = new(409, "The reasons for the delay are missing"),
        ["partner-not-concerned"] = new(409, "The partner is not concerned"),
        ["waiver-not-possible"] = new(409, "The notice can't be waived so"),
        ["closing-not-possible"] = new(409, "The incident can't be closed here"),
        ["key-version-in-use"] = new(409, "The key's version is in use"),
        ["glass-review-open"] = new(409, "An earlier glass waits for its review"),
        ["glass-reviewed"] = new(409, "The review of the glass is closed"),
        ["hold-lifted"] = new(409, "The hold is lifted already"),
        ["review-not-possible"] = new(409, "There is nothing to review"),
        ["erasure-not-possible"] = new(409, "The erasure is not possible here"),
        ["choose-another-reference"] = new(409, "The reference can't be used"),
        ["upload-expired"] = new(410, "The upload lapsed"),
        ["disclosure-not-possible"] = new(409, "The disclosure is not at that point"),
        ["item-not-classified"] = new(409, "The item is not classified yet"),
        ["item-restricted"] = new(409, "The item is restricted"),
        ["item-rectified"] = new(409, "The item goes only with its correction"),
        ["correction-not-possible"] = new(409, "The item is not at that point"),
        ["person-not-informed"] = new(409, "Somebody has to be informed before"),
        ["partner-key-changed"] = new(409, "The partner's key is another than the one sealed to"),
        ["partner-changed"] = new(409, "The partner's entry has changed meanwhile"),
        ["founder-keeps-role"] = new(409, "A founder is an admin by the settings"),
        ["key-of-another-partner"] = new(409, "Another partner has this key"),
        ["partner-not-suspended"] = new(409, "The partner is not suspended"),
        ["proposal-decided"] = new(409, "The proposal is decided on already"),
        [KeyVersionDisabled] = new(409, "The version of our key is out of use"),
        ["receipt-received"] = new(409, "Another statement was received already"),
        ["item-erased"] = new(410, "The item was erased"),
        ["length-required"] = new(411, "The content's length is missing"),
        ["extract-too-large"] = new(413, "The extract would be too large"),
        [TooLarge] = new(413, "The content is too large"),
        [MediaTypeNotSupported] = new(415, "The content's type is not one that this call takes"),
        [RangeNotSatisfiable] = new(416, "The item has no such range"),
        ["extract-not-possible"] = new(422, "No safe extract of this can be made"),
        ["extract-empty"] = new(422, "Nothing would be left"),
        ["extract-nothing-removed"] = new(422, "Nothing would be removed"),
        ["extract-left-over"] = new(422, "Something that was removed is left"),
        ["digest-mismatch"] = new(422, "The digest is not the declared one"),
        ["request-incomplete"] = new(422, "The request is not complete"),
        ["key-envelope-invalid"] = new(422, "The key envelope can't be used"),
        ["drill-result-invalid"] = new(422, "The result of a drill is no evidence for this"),
        ["receipt-invalid"] = new(422, "The statement does not verify"),
        ["receipt-mismatch"] = new(422, "The statement does not fit the disclosure"),
        ["length-mismatch"] = new(422, "The length is not the declared one"),
        ["too-many-reports"] = new(429, "The incident was reported too often", RetryAfterSeconds: 86_400),
        ["too-many-uploads"] = new(429, "Too many uploads are open", RetryAfterSeconds: 3600),
        [Internal] = new(500, "The call failed on our side"),
        [LedgerBroken] = new(500, "The case's record does not hold together"),
        [StorageUnavailable] = new(503, "Storage is not available", RetryAfterSeconds: 10),
        [IdentityProviderUnavailable] = new(503, "The identity provider is not available", RetryAfterSeconds: 10),
    }.ToFrozenDictionary();

    /// <summary>All slugs.</summary>
    public static IEnumerable<string> Slugs => Kinds.Keys;

    /// <summary>How the slug is answered, or null for one that is not listed.</summary>
    public static ProblemKind? Find(string slug) => Kinds.GetValueOrDefault(slug);
}
