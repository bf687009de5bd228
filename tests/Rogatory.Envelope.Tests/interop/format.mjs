// Format 4.1 after functions/Rogatory.Envelope/FORMAT.md, with node:crypto. It shares no code with Rogatory.Envelope, so that each is
// a check on the other.
import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';

export const standardSegmentSize = 1 << 20;
const headerSize = 40;
const tagSize = 16;

export const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

export const associatedData = (caseId, item) => `rogatory/v1/${caseId}/${item}`;

export const makeHeader = (salt, noncePrefix) => Buffer.concat([Buffer.from([0x28]), salt, noncePrefix]);

export const commitment = (mainKey, header) => sha256('rogatory/v1/commit', mainKey, header);

/** The pieces of a body as stored. */
export const pieces = (body, segmentSize = standardSegmentSize) =>
  Array.from({ length: Math.ceil(body.length / segmentSize) }, (_, i) => body.subarray(i * segmentSize, (i + 1) * segmentSize));

/** RFC 9162 section 2.1.1. */
export const sealedRoot = leaves => {
  if (leaves.length === 0) return sha256('');
  if (leaves.length === 1) return sha256('\0', leaves[0]);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256('\x01', sealedRoot(leaves.slice(0, split)), sealedRoot(leaves.slice(split)));
};

const deriveKey = (mainKey, header, info) => Buffer.from(hkdfSync('sha256', mainKey, header.subarray(1, 33), info, 32));

const segmentNonce = (header, index, last) => {
  const nonce = Buffer.alloc(12);
  header.copy(nonce, 0, 33, 40);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
};

export const sealBody = (mainKey, header, info, plaintext, segmentSize = standardSegmentSize) => {
  const key = deriveKey(mainKey, header, info);
  const parts = [header];
  let at = 0;
  for (let index = 0; index === 0 || at < plaintext.length; index++) {
    const end = Math.min(at + segmentSize - tagSize - (index === 0 ? headerSize : 0), plaintext.length);
    const cipher = createCipheriv('aes-256-gcm', key, segmentNonce(header, index, end === plaintext.length));
    parts.push(cipher.update(plaintext.subarray(at, end)), cipher.final(), cipher.getAuthTag());
    at = end;
  }
  return Buffer.concat(parts);
};

/** Throws where a segment's tag does not verify. */
export const openBody = (mainKey, info, body, segmentSize = standardSegmentSize) => {
  if (body[0] !== 0x28) throw new Error('not the header of the format');
  const header = body.subarray(0, headerSize);
  const key = deriveKey(mainKey, header, info);
  const parts = pieces(body, segmentSize).map((piece, index, all) => {
    const segment = index === 0 ? piece.subarray(headerSize) : piece;
    const decipher = createDecipheriv('aes-256-gcm', key, segmentNonce(header, index, index === all.length - 1));
    decipher.setAuthTag(segment.subarray(segment.length - tagSize));
    return Buffer.concat([decipher.update(segment.subarray(0, segment.length - tagSize)), decipher.final()]);
  });
  return Buffer.concat(parts);
};
