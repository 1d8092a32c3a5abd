import type { Brand } from '@loctelli/core';
import type { ClientErasure } from '../../contract.ts';
import { certificateWords } from './certificate-words.ts';

/** A certificate as a page to print: the tenant's name and colour, in the reader's language and direction. */
export function certificatePage(erasure: ClientErasure, brand: Pick<Brand, 'colour' | 'radius'>, { locale, zone }: { locale: string; zone: string }): string {
  const words = certificateWords[locale] ?? certificateWords.en!;
  const at = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long', timeZone: zone }).format(new Date(erasure.createdAt));
  const { facts } = words;
  const rows: [string, string | null, boolean?][] = [
    [facts.certificate, erasure.certificate, true],
    [facts.client, String(erasure.clientId), true],
    [facts.at, at],
    [facts.by, erasure.erasedByName],
    [facts.reason, erasure.reason],
    [facts.seal, erasure.seal, true],
  ];
  const table = (lines: [string, string, boolean?][]) =>
    `<table>${lines.map(([label, value, code]) => `<tr><th scope="row">${escape(label)}</th><td>${code ? `<code dir="ltr">${escape(value)}</code>` : `<bdi>${escape(value)}</bdi>`}</td></tr>`).join('')}</table>`;
  const number = new Intl.NumberFormat(locale);
  const counts = Object.entries(erasure.counts).filter(([, count]) => count > 0);
  return `<!doctype html>
<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(words.title)}</title>
<style>
:root { color-scheme: light; } body { font: 15px/1.55 system-ui, sans-serif; background: Canvas; color: CanvasText; margin: 0; }
main { max-width: 44rem; margin: 3rem auto; padding: 2.5rem; border: 1px solid; border-block-start: 6px solid ${brand.colour}; border-radius: ${brand.radius}px; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1rem; margin: 2rem 0 .5rem; } table { width: 100%; border-collapse: collapse; }
th { text-align: start; font-weight: 500; width: 14rem; vertical-align: top; } th, td { padding: .35rem 0; } code { word-break: break-all; font-size: .85em; }
@media print { main { border: 0; margin: 0; } } @media (max-width: 40rem) { main { margin: 0; border: 0; padding: 1.25rem; } th { width: 9rem; } }
</style></head><body><main>
<p><strong>${escape(erasure.tenant)}</strong></p><h1>${escape(words.title)}</h1><p>${escape(words.text(erasure.tenant))}</p>
${table(rows.filter((row): row is [string, string, boolean?] => row[1] !== null))}
<h2>${escape(words.erased)}</h2>${table(counts.map(([kind, count]) => [words.counts[kind] ?? kind, number.format(count)]))}
<p><small>${escape(words.check)}</small></p></main></body></html>`;
}

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
