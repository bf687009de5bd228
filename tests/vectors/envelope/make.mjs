// Prints the vectors of functions/Rogatory.Envelope/FORMAT.md: one JSON object with a member for each file here.
// With --write it writes the files instead. It shares no code with Rogatory.Envelope, and gives the same bytes in every run.
import { createCipheriv } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { associatedData, commitment, makeHeader, openBody, pieces, sealBody, sealedRoot, sha256, standardSegmentSize }
  from '../../Rogatory.Envelope.Tests/interop/format.mjs';
import { blocks, proofs } from './blocks.mjs';

// Small segments give many boundaries in few bytes: 32 bytes of plaintext in the first, 72 in each later one.
const segmentSize = 88;
const caseId = '7K3Q-F2M9-X4TD';
const item = 'statement';

/** Bytes that look random: SHA-256 of the seed and a counter, 4 bytes big-endian, as often as needed. */
const bytes = (count, seed) => {
  const blocks = Array.from({ length: Math.ceil(count / 32) }, (_, i) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(i);
    return sha256(seed, counter);
  });
  return Buffer.concat(blocks).subarray(0, count);
};

const hex = buffer => buffer.toString('hex');
const mainKey = bytes(32, 'main key');
const header = makeHeader(bytes(32, 'salt'), bytes(7, 'nonce prefix'));
const info = associatedData(caseId, item);
const flip = (buffer, at) => Buffer.concat([buffer.subarray(0, at), Buffer.from([buffer[at] ^ 1]), buffer.subarray(at + 1)]);
const last = list => list[list.length - 1];

/** Bodies for a reader that knows the main key, the associated data and the segment size, and nothing of what was sealed. */
const bodies = () => {
  const vectors = [];
  const add = (name, expect, body, plaintext = null, aad = info, key = mainKey) =>
    vectors.push({ name, segmentSize, mainKey: hex(key), associatedData: aad, body: hex(body), expect, plaintext: plaintext && hex(plaintext) });
  for (const size of [0, 1, 31, 32, 33, 64, 103, 104, 105, 176, 177]) {
    const plaintext = bytes(size, 'plaintext');
    const body = sealBody(mainKey, header, info, plaintext, segmentSize);
    const parts = pieces(body, segmentSize);
    const full = last(parts).length === segmentSize;
    const what = `${size} bytes in ${parts.length} segment${parts.length > 1 ? 's' : ''}`;
    add(what, 'opened', body, plaintext);
    add(`${what}, first byte changed`, 'header', flip(body, 0));
    add(`${what}, salt changed`, 'payload', flip(body, 1));
    add(`${what}, nonce prefix changed`, 'payload', flip(body, 39));
    add(`${what}, last byte changed`, 'payload', flip(body, body.length - 1));
    add(`${what}, other associated data`, 'payload', body, null, associatedData(caseId, 'other'));
    add(`${what}, other main key`, 'payload', body, null, info, bytes(32, 'other key'));
    add(`${what}, cut in the header`, 'truncated', body.subarray(0, 39));
    add(`${what}, a byte after it`, full ? 'trailing-data' : 'payload', Buffer.concat([body, Buffer.from([0])]));
    add(`${what}, its last segment twice`, full ? 'trailing-data' : 'payload', Buffer.concat([...parts, last(parts)]));
    if (size > 0) add(`${what}, last byte of the last segment missing`, parts.length > 1 && last(parts).length <= 17 ? 'truncated' : 'payload', body.subarray(0, -1));
    if (parts.length < 2) continue;
    add(`${what}, last segment missing`, 'truncated', Buffer.concat(parts.slice(0, -1)));
    add(`${what}, first segment missing`, parts[1][0] === 0x28 ? 'payload' : 'header', Buffer.concat(parts.slice(1)));
    add(`${what}, first segment twice`, 'payload', Buffer.concat([parts[0], ...parts]));
    if (parts.length < 3) continue;
    add(`${what}, middle segment missing`, 'payload', Buffer.concat([parts[0], parts[2]]));
    add(`${what}, last two segments swapped`, 'payload', Buffer.concat([parts[0], parts[2], parts[1]]));
  }
  add('nothing', 'truncated', Buffer.alloc(0));
  const emptyLast = sealBody(mainKey, header, info, bytes(33, 'plaintext'), segmentSize).subarray(0, segmentSize + 16);
  add('an empty segment after a full one', 'truncated', emptyLast);
  return vectors;
};

const base64url = value => Buffer.from(value).toString('base64url');
const encryptedKey = bytes(256, 'wrapped');
const contentEncryptionKey = bytes(32, 'content encryption key');

/** A key envelope, whose members may be changed on the way. */
const makeEnvelope = ({ jwk = {}, protectedHeader = {}, recipient = {}, envelope = {}, tag = t => t } = {}, described) => {
  const payload = JSON.stringify({
    kty: 'oct', k: base64url(mainKey), name: 'account statement.csv', type: 'text/csv', size: described.length, sha256: hex(sha256(described)),
    aad: info, ...jwk,
  });
  const head = base64url(JSON.stringify({ enc: 'A256GCM', typ: 'rogatory-key+jwe', case: caseId, item, ...protectedHeader }));
  const iv = bytes(12, 'iv');
  const cipher = createCipheriv('aes-256-gcm', contentEncryptionKey, iv).setAAD(Buffer.from(head, 'ascii'));
  const ciphertext = Buffer.concat([cipher.update(payload, 'utf8'), cipher.final()]);
  return JSON.stringify({
    protected: head,
    recipients: [{ header: { alg: 'RSA-OAEP-256', kid: 'kek/1', ...recipient }, encrypted_key: base64url(encryptedKey) }],
    iv: base64url(iv), ciphertext: base64url(ciphertext), tag: base64url(tag(cipher.getAuthTag())), ...envelope,
  });
};

/**
 * Items for a reader that has a grant, the key envelope, the body and what the ledger recorded. In place of RSA, unwrapping
 * `encryptedKey` under `kek/1` gives `contentEncryptionKey`, and unwrapping anything else fails.
 */
const items = () => {
  const plaintext = bytes(250, 'plaintext');
  const body = sealBody(mainKey, header, info, plaintext, segmentSize);
  const recorded = { header: hex(header), commitment: hex(commitment(mainKey, header)), size: body.length };
  const vectors = [];
  const add = (name, expect, changes = {}, { stored = body, record = {}, grant = {}, keyEnvelope } = {}) => vectors.push({
    name, segmentSize, grant: { case: caseId, item, ...grant }, keyEnvelope: keyEnvelope ?? makeEnvelope(changes, plaintext),
    encryptedKey: hex(encryptedKey), contentEncryptionKey: hex(contentEncryptionKey), recorded: { ...recorded, ...record }, body: hex(stored),
    expect, plaintext: expect === 'opened' ? hex(plaintext) : null,
  });
  add('as sealed', 'opened');
  add('stored header changed', 'header', {}, { stored: flip(body, 5) });
  add('recorded header of another format', 'header', {}, { record: { header: hex(flip(header, 0)) } });
  add('stored body shorter than recorded', 'truncated', {}, { stored: body.subarray(0, -1) });
  add('stored body cut to its first segment', 'truncated', {}, { stored: body.subarray(0, segmentSize) });
  add('stored body cut to nothing', 'truncated', {}, { stored: Buffer.alloc(0) });
  add('stored body longer than recorded', 'trailing-data', {}, { stored: Buffer.concat([body, Buffer.from([0])]) });
  add('a segment changed', 'payload', {}, { stored: flip(body, segmentSize + 3) });
  add('segments swapped', 'payload', {}, { stored: Buffer.concat([0, 2, 1, 3, 4].map(i => pieces(body, segmentSize)[i])) });
  add('sealed under other associated data', 'payload', {}, { stored: sealBody(mainKey, header, associatedData(caseId, 'other'), plaintext, segmentSize) });
  add('another plaintext under the same key', 'payload', {}, { stored: sealBody(mainKey, header, info, bytes(250, 'other'), segmentSize) });
  add('recorded size of another plaintext', 'key', {}, { record: { size: body.length - 1 } });
  add('recorded commitment to another key', 'key', {}, { record: { commitment: hex(commitment(bytes(32, 'other key'), header)) } });
  add('recorded header not the one committed to', 'key', {}, { record: { header: hex(flip(header, 20)) } });
  add('a grant for another item', 'key', {}, { grant: { item: 'other' } });
  add('a grant for another case', 'key', {}, { grant: { case: '0000-0000-0000' } });
  add('another key', 'key', { jwk: { k: base64url(bytes(32, 'other key')) } });
  add('a key that is too short', 'key', { jwk: { k: base64url(bytes(16, 'main key')) } });
  add('a JWK of another type', 'key', { jwk: { kty: 'RSA' } });
  add('associated data of another item', 'key', { jwk: { aad: associatedData(caseId, 'other') } });
  add('a secret for block trees, as in the vault', 'opened', { jwk: { blockSecret: base64url(bytes(32, 'secret')) } });
  add('a secret for block trees that is too short', 'key', { jwk: { blockSecret: base64url(bytes(31, 'secret')) } });
  add('a member more in the JWK', 'key', { jwk: { use: 'enc' } });
  add('a member less in the JWK', 'key', { jwk: { type: undefined } });
  add('a size that is text', 'key', { jwk: { size: '250' } });
  add('a digest in upper case', 'key', { jwk: { sha256: hex(sha256(plaintext)).toUpperCase() } });
  add('another item in the protected header', 'key', { protectedHeader: { item: 'other' } });
  add('another type in the protected header', 'key', { protectedHeader: { typ: 'JOSE' } });
  add('another encryption in the protected header', 'key', { protectedHeader: { enc: 'A128GCM' } });
  add('zip in the protected header', 'key', { protectedHeader: { zip: 'DEF' } });
  add('crit in the protected header', 'key', { protectedHeader: { crit: ['case'] } });
  add('alg in the protected header', 'key', { protectedHeader: { alg: 'RSA-OAEP-256' } });
  add('another algorithm', 'key', { recipient: { alg: 'RSA-OAEP' } });
  add('another key id', 'key', { recipient: { kid: 'kek/2' } });
  add('a shared unprotected header', 'key', { envelope: { unprotected: {} } });
  add('additional authenticated data', 'key', { envelope: { aad: '' } });
  add('no recipient', 'key', { envelope: { recipients: [] } });
  add('a tag that does not verify', 'key', { tag: tag => flip(tag, 0) });
  const good = makeEnvelope({}, plaintext);
  add('two recipients', 'key', {}, { keyEnvelope: good.replace(/"recipients":\[(.*?)\]/, '"recipients":[$1,$1]') });
  add('a member twice', 'key', {}, { keyEnvelope: good.replace('{', '{"iv":"AAAAAAAAAAAAAAAA",') });
  add('padded base64url', 'key', {}, { keyEnvelope: good.replace(/"tag":"(.*?)"/, '"tag":"$1=="') });
  add('over 64 KiB', 'key', {}, { keyEnvelope: good + ' '.repeat(65_537 - good.length) });
  add('not JSON', 'key', {}, { keyEnvelope: good.slice(1) });
  return vectors;
};

/** Bodies of the real segment size, by what sealing them must give. The plaintext is `bytes(size, seed)`. */
const sealings = () => [0, 1, 1_048_519, 1_048_520, 1_048_521, 2_097_080, 2_097_081, 3_500_000].map(size => {
  const body = sealBody(mainKey, header, info, bytes(size, 'plaintext'));
  return {
    name: `${size} bytes`, mainKey: hex(mainKey), header: hex(header), case: caseId, item, plaintext: { size, seed: 'plaintext' },
    size: body.length, sha256: hex(sha256(body)), sealedRoot: hex(sealedRoot(pieces(body, standardSegmentSize))),
    commitment: hex(commitment(mainKey, header)), expect: 'opened',
  };
});

const files = { 'bodies.json': bodies(), 'items.json': items(), 'sealings.json': sealings(), 'blocks.json': blocks(), 'proofs.json': proofs() };
for (const { body, expect, plaintext, mainKey: key, associatedData: aad } of files['bodies.json'])
  if (expect === 'opened' && hex(openBody(Buffer.from(key, 'hex'), aad, Buffer.from(body, 'hex'), segmentSize)) !== plaintext)
    throw new Error('a body does not open to its plaintext');
files['manifest.json'] = Object.fromEntries(Object.entries(files).map(([file, vectors]) => [file, { count: vectors.length }]));

if (process.argv.includes('--write')) {
  for (const [file, content] of Object.entries(files))
    writeFileSync(new URL(file, import.meta.url), Array.isArray(content)
      ? `[\n${content.map(vector => JSON.stringify(vector)).join(',\n')}\n]\n`
      : `${JSON.stringify(content, null, 1)}\n`);
} else {
  console.log(JSON.stringify(files));
}
