// Sums up trx files. --one NAME FOLDER STATUS prints what came of one project and keeps the sum beside its trx file;
// --all FOLDER NAME... prints the skipped tests with their reasons and the last line, and fails if anything failed or nothing ran.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const unescape = text => text.replace(/&(lt|gt|quot|apos|amp|#x([0-9a-f]+)|#(\d+));/gi, (whole, name, hex, decimal) =>
  hex || decimal ? String.fromCodePoint(parseInt(hex ?? decimal, hex ? 16 : 10)) : { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }[name.toLowerCase()]);
const attribute = (tag, name) => unescape(tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? '');
const inner = (xml, name) => unescape(xml.match(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`))?.[1] ?? '').trim();

function readTrx(file) {
  const xml = readFileSync(file, 'utf8');
  const results = [...xml.matchAll(/<UnitTestResult\b([^>]*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)].map(([, tag, body = '']) => ({
    test: attribute(tag, 'testName'),
    outcome: attribute(tag, 'outcome'),
    why: inner(body, 'Message') || inner(body, 'StdOut'),
    where: inner(body, 'StackTrace'),
  }));
  const of = outcome => results.filter(result => result.outcome === outcome);
  return { passed: of('Passed').length, skipped: of('NotExecuted'), failed: results.filter(({ outcome }) => outcome !== 'Passed' && outcome !== 'NotExecuted') };
}

function one(name, folder, status) {
  const trx = join(folder, `${name}.trx`);
  const sum = existsSync(trx) ? readTrx(trx) : { passed: 0, skipped: [], failed: [] };
  // The run may break without a failed test: a crash, a hang, an assembly that does not load. An empty project is a mistake too.
  const broke = (status !== 0 && sum.failed.length === 0) || sum.passed + sum.skipped.length + sum.failed.length === 0;
  if (broke) {
    console.log(readFileSync(join(folder, `${name}.log`), 'utf8').trim().split('\n').slice(-40).join('\n'));
    sum.failed.push({ test: name, why: status === 0 ? 'No test was found.' : `The test run ended with status ${status}.`, where: '' });
  }
  for (const { test, why, where } of sum.failed) console.log(`  FAILED ${test}\n${`${why}\n${where}`.trim().replace(/^/gm, '    ')}`);
  console.log(`  ${sum.passed} passed, ${sum.failed.length} failed${sum.skipped.length ? `, ${sum.skipped.length} skipped` : ''}`);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(sum));
}

function all(folder, names) {
  const sums = names.map(name => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
  const skipped = sums.flatMap(sum => sum.skipped);
  const passed = sums.reduce((total, sum) => total + sum.passed, 0);
  const failed = sums.reduce((total, sum) => total + sum.failed.length, 0);
  for (const { test, why } of skipped) console.log(`skipped ${test}: ${why || 'no reason given'}`);
  console.log(`${passed} passed, ${failed} failed${skipped.length ? `, ${skipped.length} skipped` : ''}`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

const [, , mode, ...rest] = process.argv;
if (mode === '--one') one(rest[0], rest[1], Number(rest[2]));
else all(rest[0], rest.slice(1));
