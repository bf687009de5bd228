// Looks at pages in one headless Chromium and prints what it sees of each, as JSON. Usage: node look.mjs FOLDER NAME...
import { chromium } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, ...names] = process.argv.slice(2);
// A4 is 210 mm wide, and a CSS pixel is 1/96 inch.
const paper = { width: 794, height: 1123 };
const phone = { width: 360, height: 740 };

function seen() {
  const textColour = (node) => getComputedStyle(node).color;
  const parse = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const [r, g, b, a = 1] = parse(getComputedStyle(at).backgroundColor);
      if (a > 0) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const light = ([r, g, b]) => {
    const part = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const contrast = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const shown = (node) => node.checkVisibility() && node.getClientRects().length > 0;
  const wide = document.documentElement.clientWidth;
  const all = [...document.body.querySelectorAll('*')];
  const withText = all.filter((node) => shown(node) && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()));
  // What is there for screen readers alone takes no place.
  const hidden = (node) => [node, node.closest('thead'), node.closest('caption')].some((one) => one && getComputedStyle(one).clipPath !== 'none');
  return {
    overflow: document.documentElement.scrollWidth - wide,
    outside: all.filter((node) => shown(node) && !hidden(node) && (node.getBoundingClientRect().right > wide + 1 || node.getBoundingClientRect().left < -1)).map((node) => `${node.tagName} ${node.id} ${(node.textContent ?? '').slice(0, 40)}`),
    cut: withText.filter((node) => !hidden(node) && !(node instanceof SVGElement) && node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline').map((node) => `${node.tagName} ${(node.textContent ?? '').slice(0, 40)}`),
    pale: withText.filter((node) => {
      const colour = node instanceof SVGElement ? getComputedStyle(node).fill : textColour(node);
      return contrast(parse(colour), ground(node instanceof SVGElement ? node.ownerSVGElement.parentElement : node)) < 4.5;
    }).map((node) => `${node.tagName} ${(node.textContent ?? '').slice(0, 40)}`),
    small: Math.min(...withText.map((node) => Number.parseFloat(getComputedStyle(node).fontSize))),
  };
}

function structure() {
  const ids = [...document.querySelectorAll('[id]')].map((node) => node.id);
  return {
    title: document.title,
    language: document.documentElement.lang,
    first: document.body.innerText.trim().split('\n')[0],
    headings: [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((node) => ({ level: Number(node.tagName[1]), text: node.textContent.trim() })),
    brokenLinks: [...document.querySelectorAll('a[href^="#"]')].filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1)))).map((link) => link.hash),
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    unnamedLinks: [...document.querySelectorAll('a')].filter((link) => !(link.getAttribute('aria-label') ?? link.textContent).trim()).length,
    unscoped: [...document.querySelectorAll('th:not([scope])')].length,
    uncaptioned: [...document.querySelectorAll('table')].filter((table) => !table.caption).length,
    drawings: document.querySelectorAll('svg rect').length,
    scripts: document.scripts.length,
  };
}

const profile = mkdtempSync(join(tmpdir(), 'rogatory-look-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.ROGATORY_CHROMIUM,
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const looked = {};
  for (const name of names) {
    const page = await context.newPage();
    const faults = [], fetched = [];
    page.on('pageerror', (fault) => faults.push(String(fault)));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('request', (request) => fetched.push(request.url()));
    await page.setViewportSize(phone);
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
    const onPhone = await page.evaluate(seen);
    await page.screenshot({ path: join(folder, `${name}.phone.png`) });
    await page.setViewportSize(paper);
    const onScreen = await page.evaluate(seen);
    await page.screenshot({ path: join(folder, `${name}.screen.png`) });
    await page.emulateMedia({ media: 'print' });
    // The sheet less its margins.
    await page.setViewportSize({ width: Math.floor(paper.width * (210 - 34) / 210), height: paper.height });
    const onPaper = await page.evaluate(seen);
    const pdf = await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true, printBackground: true });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
    const box = pdf.toString('latin1').match(/\/MediaBox\s*\[([^\]]*)\]/)?.[1].trim().split(/\s+/).map(Number) ?? [];
    looked[name] = { ...(await page.evaluate(structure)), onPhone, onScreen, onPaper, sheets, box, faults, fetched: fetched.slice(1) };
    await page.close();
  }
  console.log(JSON.stringify(looked));
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}
