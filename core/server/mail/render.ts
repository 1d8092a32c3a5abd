import type { Brand, Locale } from '@loctelli/core';
import { ar } from './messages/ar.ts';
import { en } from './messages/en.ts';
import { es } from './messages/es.ts';
import type { Template } from './messages/message.ts';

const messages = { en, es, ar };

/** A mail ready to be sent. */
export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/**
 * Writes a mail in the reader's language and the tenant's look. Every value is text: nothing a person typed becomes HTML.
 * @param params fills the placeholders of the template; `link` is where its button leads
 */
export function renderMail(template: Template, params: Record<string, string>, brand: Brand, locale: Locale): RenderedMail {
  const message = messages[locale][template];
  const values: Record<string, string> = { ...params, tenant: brand.name };
  const fill = (text: string | undefined) => oneSpace((text ?? '').replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? ''));
  const [subject, heading, body, button, note] = [message.subject, message.heading, message.body, message.button, message.note].map(
    fill,
  ) as [string, string, string, string, string];
  const link = params.link && /^https?:\/\//.test(params.link) && button ? params.link : null;
  const text = [heading, body, link && `${button}:\n${link}`, note, brand.name].filter(Boolean).join('\n\n');
  const parts = { locale, brand, heading, body, button, link, note };
  return { subject: subject.replace(/\s+/g, ' '), text: `${text}\n`, html: template === 'letter' ? letterPage(parts) : page(parts) };
}

interface Parts {
  locale: Locale;
  brand: Brand;
  heading: string;
  body: string;
  button: string;
  link: string | null;
  note: string;
}

const sans = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

function page({ locale, brand, heading, body, button, link, note }: Parts): string {
  const dir = locale === 'ar' ? 'rtl' : 'ltr';
  const action = link
    ? `<p style="margin:24px 0"><a href="${escapeHtml(link)}" style="display:inline-block;padding:12px 20px;border-radius:${brand.buttons === 'pill' ? 999 : brand.radius}px;background:${brand.colour};color:${readableOn(brand.colour)};text-decoration:none;font-weight:600">${escapeHtml(button)}</a></p><p style="font-size:13px;color:#57606a;word-break:break-all">${escapeHtml(link)}</p>`
    : '';
  return `<!doctype html>
<html lang="${locale}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(heading)}</title></head>
<body style="margin:0;padding:24px;background:#f6f7f9;color:#1f2328;font:16px/1.5 ${sans}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<div style="max-width:560px;background:#ffffff;border:1px solid #d8dee4;border-top:4px solid ${brand.colour};border-radius:${brand.radius}px;padding:32px;text-align:start">
<p style="margin:0 0 24px;font-weight:600">${escapeHtml(brand.name)}</p>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escapeHtml(heading)}</h1>
<p style="margin:0;white-space:pre-line">${escapeHtml(body)}</p>${action}
<p style="margin:24px 0 0;font-size:13px;color:#57606a">${escapeHtml(note)}</p>
</div></td></tr></table></body></html>
`;
}

/** What a person wrote, as a person would send it. */
const letterPage = ({ locale, brand, body }: Parts) => `<!doctype html>
<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"></head>
<body style="margin:0;padding:16px;color:#1f2328;font:15px/1.5 ${sans}">
<p style="margin:0 0 24px;white-space:pre-line">${escapeHtml(body)}</p>
<p style="margin:0;padding-top:12px;border-top:1px solid #d8dee4;font-size:13px;color:#57606a">${escapeHtml(brand.name)}</p>
</body></html>
`;

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

/** Black or white, whichever can be read on the colour (WCAG 2.2, relative luminance). */
function readableOn(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}

const oneSpace = (text: string) => text.replace(/[^\S\n]+/g, ' ').trim();
