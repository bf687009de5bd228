// findings.mjs CASE: says what was found in the statement and the letter, from what 'rogatory case show --json' said. Status 1 while an item that
// holds material is not classified.
import { readFileSync } from 'node:fs';

const { items } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
if (items.some(item => !item.id.includes('.') && !item.classification)) process.exit(1);
const counts = (all, what) => Object.entries(all).map(([code, count]) => `${count} ${what}${code}`);
console.log(items.filter(item => ['statement', 'letter'].includes(item.id)).map(({ id, classification }) =>
  `${id}: ${[...counts(classification.categories, ''), ...counts(classification.unread, 'unread ')].join(', ') || 'nothing'}`).join('; '));
