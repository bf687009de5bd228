// Opens a sealed item: the key envelope with jose, the body with node:crypto. Reads what it needs from standard input as JSON, and
// prints what it found.
import { readFileSync } from 'node:fs';
import { generalDecrypt, importJWK } from 'jose';
import { associatedData, commitment, openBody, pieces, sealedRoot, sha256 } from './format.mjs';

const { kek, envelope, body: encoded } = JSON.parse(readFileSync(0, 'utf8'));
const jwe = JSON.parse(envelope);
const { plaintext: payload, protectedHeader } = await generalDecrypt(jwe, await importJWK(kek, 'RSA-OAEP-256'), {
  keyManagementAlgorithms: ['RSA-OAEP-256'],
  contentEncryptionAlgorithms: ['A256GCM'],
});
const { k, ...described } = JSON.parse(new TextDecoder().decode(payload));
const mainKey = Buffer.from(k, 'base64url');
const body = Buffer.from(encoded, 'base64');
const plaintext = openBody(mainKey, associatedData(protectedHeader.case, protectedHeader.item), body);

console.log(JSON.stringify({
  members: Object.keys(jwe).sort(),
  recipient: jwe.recipients[0].header,
  protectedHeader,
  described,
  keySize: mainKey.length,
  plaintextSha256: sha256(plaintext).toString('hex'),
  commitment: commitment(mainKey, body.subarray(0, 40)).toString('hex'),
  sealedRoot: sealedRoot(pieces(body)).toString('hex'),
}));
