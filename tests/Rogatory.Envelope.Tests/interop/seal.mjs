// Seals an item as a partner's system might: the key envelope with jose, the body with node:crypto. Reads what to seal from standard
// input as JSON, and prints the result.
import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { GeneralEncrypt, importJWK } from 'jose';
import { associatedData, commitment, makeHeader, sealBody, sha256 } from './format.mjs';

const { kek, kid, case: caseId, item, name, type, plaintext: encoded } = JSON.parse(readFileSync(0, 'utf8'));
const plaintext = Buffer.from(encoded, 'base64');
const mainKey = randomBytes(32);
const header = makeHeader(randomBytes(32), randomBytes(7));
const aad = associatedData(caseId, item);
const body = sealBody(mainKey, header, aad, plaintext);
const jwk = {
  kty: 'oct', k: mainKey.toString('base64url'), name, type, size: plaintext.length, sha256: sha256(plaintext).toString('hex'), aad,
};
const envelope = await new GeneralEncrypt(new TextEncoder().encode(JSON.stringify(jwk)))
  .setProtectedHeader({ enc: 'A256GCM', typ: 'rogatory-key+jwe', case: caseId, item })
  .addRecipient(await importJWK(kek, 'RSA-OAEP-256'))
  .setUnprotectedHeader({ alg: 'RSA-OAEP-256', kid })
  .encrypt();

console.log(JSON.stringify({
  envelope: JSON.stringify(envelope),
  body: body.toString('base64'),
  header: header.toString('hex'),
  commitment: commitment(mainKey, header).toString('hex'),
}));
