// open.mjs FOLDER: opens everything that a demo left in FOLDER with the key-encryption key and code that shares nothing with Rogatory:
// npm jose for the key envelopes and the receipt, node:crypto for the bodies (Tink's AES256_GCM_HKDF_1MB). Ends well only if every
// item that the ledger names opens to its original, and the receipt verifies and names what is there.
import { createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compactVerify, createLocalJWKSet, generalDecrypt, importJWK } from 'jose';

const folder = process.argv[2];
const read = name => readFileSync(join(folder, name));
const segmentBytes = 1 << 20;
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

// The pieces of a body as stored: 1 MiB each but for the last; the first begins with the header of 40 bytes.
async function* pieces(file) {
  let held = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: segmentBytes })) {
    held = Buffer.concat([held, chunk]);
    for (; held.length > segmentBytes; held = held.subarray(segmentBytes)) yield { piece: held.subarray(0, segmentBytes), isLast: false };
  }
  yield { piece: held, isLast: true };
}

// The root of RFC 9162 section 2.1 over leaves in order.
function merkleRoot(leaves) {
  if (leaves.length === 1) return leaves[0];
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Buffer.from([1]), merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)));
}

async function openItem(kek, { case: id, data: { item, header, commitment, sealedRoot } }) {
  const jwe = JSON.parse(read(join('keys', `${item}.jwe`)));
  const { plaintext } = await generalDecrypt(jwe, kek, { keyManagementAlgorithms: ['RSA-OAEP-256'], contentEncryptionAlgorithms: ['A256GCM'] });
  const envelope = JSON.parse(Buffer.from(plaintext));
  const mainKey = Buffer.from(envelope.k, 'base64url');
  const stored = Buffer.from(header, 'hex');
  if (sha256('rogatory/v1/commit', mainKey, stored).toString('hex') !== commitment) throw new Error('the key is not the one committed to');

  const [content, leaves] = [createHash('sha256'), []];
  let key, prefix, index = 0, size = 0;
  for await (const { piece, isLast } of pieces(join(folder, 'sealed', item))) {
    leaves.push(sha256(Buffer.from([0]), piece));
    let segment = piece;
    if (index === 0) {
      if (!piece.subarray(0, 40).equals(stored)) throw new Error('the body begins with another header than the ledger records');
      key = Buffer.from(hkdfSync('sha256', mainKey, piece.subarray(1, 33), `rogatory/v1/${id}/${item}`, 32));
      prefix = piece.subarray(33, 40);
      segment = piece.subarray(40);
    }
    const nonce = Buffer.alloc(12);
    prefix.copy(nonce);
    nonce.writeUInt32BE(index++, 7);
    nonce[11] = isLast ? 1 : 0;
    const cipher = createDecipheriv('aes-256-gcm', key, nonce);
    cipher.setAuthTag(segment.subarray(-16));
    const plain = Buffer.concat([cipher.update(segment.subarray(0, -16)), cipher.final()]);
    content.update(plain);
    size += plain.length;
  }
  if (merkleRoot(leaves).toString('hex') !== sealedRoot) throw new Error('the body is not the one of the recorded root');

  const digest = content.digest('hex');
  const original = createHash('sha256');
  for await (const chunk of createReadStream(join(folder, 'originals', item))) original.update(chunk);
  if (digest !== original.digest('hex')) throw new Error('it does not open to its original');
  if (digest !== envelope.sha256 || size !== envelope.size) throw new Error('the envelope describes other content');
}

const lines = read('ledger.jsonl').toString('utf8').trimEnd().split('\n');
const sealed = lines.map(line => JSON.parse(line)).filter(({ event }) => event === 'sealing.item-sealed');
const kek = await importJWK(JSON.parse(read('kek.private.jwk')), 'RSA-OAEP-256');
for (const line of sealed) {
  try {
    await openItem(kek, line);
  } catch (failure) {
    throw new Error(`Item ${line.data.item}: ${failure.message}`, { cause: failure });
  }
}

const keys = createLocalJWKSet({ keys: JSON.parse(read('authority.json')).keys });
const { payload, protectedHeader } = await compactVerify(read('receipt.jws').toString('utf8').trim(), keys, { algorithms: ['ES256'] });
const receipt = JSON.parse(Buffer.from(payload));
const leaves = lines.slice(0, receipt.ledger.size).map(line => sha256(Buffer.from([0]), line));
if (protectedHeader.typ !== 'rogatory-receipt+jws') throw new Error('The statement is no receipt.');
if (receipt.request !== sha256(read('request.json')).toString('hex')) throw new Error('The receipt is for another request.');
if (receipt.ledger.root !== merkleRoot(leaves).toString('hex')) throw new Error('The receipt is for another ledger.');
for (const { id, sealedRoot } of receipt.items) {
  if (!sealed.some(({ data }) => data.item === id && data.sealedRoot === sealedRoot)) throw new Error(`The receipt names another item ${id}.`);
}
console.log(`${sealed.length} items and the receipt, by jose and node:crypto`);
