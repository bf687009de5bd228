// make-material.mjs FOLDER: makes the demo's material, all of it invented and the same every time: a bank statement of 20,000 rows,
// a letter (DOCX), a report (PDF), a photograph (PNG) and 256 MiB of a phone's memory that nothing can be read in.
import { createCipheriv } from 'node:crypto';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { deflateRawSync, deflateSync } from 'node:zlib';

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });

// A generator of 32-bit numbers (xorshift) from a fixed seed.
let state = 20261122;
const random = below => {
  state ^= state << 13; state ^= state >>> 17; state ^= state << 5;
  return (state >>> 0) % below;
};

const crcTable = Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xEDB88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
const crc32 = bytes => {
  let crc = 0xFFFFFFFF;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xFF] ^ (crc >>> 8);
  return (crc ^ 0xFFFFFFFF) >>> 0;
};

function bankStatement() {
  const parties = ['Exemple Maritime SARL', 'Boulangerie du Port', 'Jeanne Fictif', 'Assurances Imaginaires', 'Café "Le Quai"', 'Loyer, rue de l\'Exemple'];
  const quoted = text => /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const rows = ['booked,value date,account,counterparty name,reference,amount,currency,balance'];
  let balance = 1_250_000;
  for (let row = 0; row < 20_000; row++) {
    const booked = new Date(Date.UTC(2025, 0, 1) + Math.floor(row * 181 / 20_000) * 86_400_000).toISOString().slice(0, 10);
    const amount = random(200_000) - 99_000;
    balance += amount;
    rows.push([booked, booked, 'XX00 0000 0000 0000 0000', quoted(parties[random(parties.length)]), `REF-${String(row).padStart(6, '0')}`,
      (amount / 100).toFixed(2), 'EUR', (balance / 100).toFixed(2)].join(','));
  }
  return `${rows.join('\r\n')}\r\n`;
}

// A ZIP file (PKWARE's APPNOTE): a local header with its content for each entry, the central directory, its end.
function zip(entries) {
  const [locals, directory] = [[], []];
  let offset = 0;
  for (const [name, text] of entries) {
    const [file, content] = [Buffer.from(name), Buffer.from(text)];
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0); fields.writeUInt16LE(0x0800, 2); fields.writeUInt16LE(8, 4);
    fields.writeUInt16LE(0, 6); fields.writeUInt16LE(((2026 - 1980) << 9) | (11 << 5) | 22, 8);
    fields.writeUInt32LE(crc32(content), 10); fields.writeUInt32LE(packed.length, 14); fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(file.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, file, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, file]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8); end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12); end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

function letter() {
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const paragraphs = [
    'Demonstration Prosecution Office', 'To the central authority', 'Re: request for mutual legal assistance, our reference DEMO-2026-0001',
    'Under article 46 of the United Nations Convention against Corruption we ask for the bank records described in the enclosed request.',
    'The account holder: Mrs Jeanne Fictif, born on 2 March 1980, of whom the enclosed report speaks as a witness.',
    'Questions: camille.exemple@prosecution.example, +33 1 99 00 12 34. Our file number is 26/00123.',
    'The matter is confidential. Every name, account and event in it is made up.', 'Camille Exemple, investigating judge',
  ].map(text => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join('');
  return zip([
    ['[Content_Types].xml', `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`],
    ['_rels/.rels', `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`],
    ['word/document.xml', `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`],
  ]);
}

// A PDF of three pages (ISO 32000-1 section 7.5): objects, the table of where each begins, the trailer.
function report() {
  const pages = Array.from({ length: 3 }, (_, page) => Array.from({ length: 40 }, (_, line) =>
    `Observation ${page * 40 + line + 1}: vessel ${String.fromCharCode(65 + random(26))}-${random(900) + 100} at berth ${random(12) + 1}.`));
  const contents = pages.map(lines => `BT /F1 11 Tf 14 TL 60 780 Td ${lines.map(line => `(${line}) Tj T*`).join(' ')} ET`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, page) => `${4 + 2 * page} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((content, page) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * page} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let text = '%PDF-1.4\n%\xE2\xE3\xCF\xD3\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

// A PNG of 1,200 x 800 pixels (RFC 2083): a quay at dusk, with the grain of a bad camera.
function photograph() {
  const [width, height] = [1200, 800];
  const rows = new Uint8ClampedArray((width * 3 + 1) * height);
  for (let y = 0, at = 0; y < height; y++) {
    rows[at++] = 0;
    for (let x = 0; x < width; x++) {
      const quay = y > 520 + 8 * Math.sin(x / 90);
      const light = quay ? 40 + (y - 520) / 8 : 90 + y / 5;
      const grain = random(17);
      rows[at++] = light + (quay ? 10 : 60) * (1 - y / height) + grain;
      rows[at++] = light * 0.8 + grain;
      rows[at++] = light * (quay ? 1.1 : 0.9) + grain;
    }
  }
  const chunk = (type, content) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0); header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

// The key stream of AES-256-CTR under a fixed key: no pattern, no compression, the same every time.
async function memoryImage(path, mebibytes) {
  const zeros = Buffer.alloc(1 << 20);
  const cipher = createCipheriv('aes-256-ctr', Buffer.alloc(32, 7), Buffer.alloc(16));
  await pipeline(function* () { for (let done = 0; done < mebibytes; done++) yield cipher.update(zeros); }, createWriteStream(path));
}

writeFileSync(join(folder, 'account statement.csv'), bankStatement());
writeFileSync(join(folder, 'letter.docx'), letter());
writeFileSync(join(folder, 'harbour report.pdf'), report());
writeFileSync(join(folder, 'quay.png'), photograph());
await memoryImage(join(folder, 'phone.bin'), Number(process.argv[3] ?? 256));
