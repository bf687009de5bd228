// Verifies proofs of blocks: reads a JSON array of them from standard input, each with the root and the extract, and prints what it found.
import { readFileSync } from 'node:fs';
import { verify } from './blocks.mjs';

console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(({ proof, root, extract }) => verify(proof, root, Buffer.from(extract, 'base64')))));
