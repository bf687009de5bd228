using Rogatory.Core.Receipt;

namespace Rogatory.Api.Drills;

/// <summary>
/// The key of everyone whom a drill's script plays: it signs partners' calls and officers' tokens. Only the space of drills has one, which is the key that
/// signs its statements: the kinds are told apart by their <c>typ</c>.
/// </summary>
/// <param name="Signer">Signs.</param>
/// <param name="PublicKey">What is registered for partners, and verifies tokens.</param>
public sealed record ScriptKey(IStatementSigner Signer, EcJwk PublicKey);
