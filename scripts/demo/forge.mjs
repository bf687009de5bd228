// forge.mjs LEDGER RECEIPT AUTHORITY ROOT WORK COMMAND...: changes one byte of a copy of the ledger at a time, in every line, and asks
// `COMMAND ledger verify` whether it notices. With the receipt alone every change above the last line must be noticed; one in the
// last line, which no other line binds, must be with the root that was noted at the export. Ends well only if all were.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , ledger, receipt, authority, root, work, command, ...first] = process.argv;
const original = readFileSync(ledger);
const copy = join(work, 'forged.jsonl');

const verify = (...more) => {
  const run = spawnSync(command, [...first, 'ledger', 'verify', copy, '--receipt', receipt, '--authority', authority, ...more], { encoding: 'utf8' });
  return { status: run.status, said: `${run.stdout}${run.stderr}`.trim() };
};

// One change that any reader would stumble over, and one that leaves good JSON: a digit for another, in a digest or a number.
function* changes() {
  for (let start = 0, line = 1; start < original.length; line++) {
    const end = original.indexOf(10, start);
    const middle = start + ((end - start) >> 1);
    yield { line, at: middle, byte: original[middle] ^ 1 };
    const digit = original.subarray(start, end).findLastIndex(byte => byte >= 0x30 && byte <= 0x38);
    yield { line, at: start + digit, byte: original[start + digit] + 1 };
    start = end + 1;
  }
}

writeFileSync(copy, original);
if (verify('--root', root).status !== 0) throw new Error('The unchanged copy does not verify.');

const lines = original.toString('utf8').trimEnd().split('\n').length;
let [tried, unnoticed] = [0, 0];
for (const { line, at, byte } of changes()) {
  const forged = Buffer.from(original);
  forged[at] = byte;
  writeFileSync(copy, forged);
  const { status, said } = verify(...(line === lines ? ['--root', root] : []));
  tried++;
  if (status === 1) continue;
  unnoticed++;
  console.log(`byte ${at} (line ${line}): status ${status}: ${said}`);
}
console.log(`${tried - unnoticed} of ${tried} changes noticed, two in each of ${lines} lines`);
process.exitCode = unnoticed > 0 || tried === 0 ? 1 : 0;
