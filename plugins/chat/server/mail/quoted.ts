/** Lines that begin what a mail quotes, as mail programs write them. */
const openers: RegExp[] = [
  // On Mon, 3 Mar 2025 at 10:00, Ana <ana@mail.example> wrote: (also over two lines)
  /^[ \t]*On\b[^\n]{0,200}(?:\n[^\n]{0,200})?\bwrote:[ \t]*$/m,
  /^[ \t]*El\b[^\n]{0,200}(?:\n[^\n]{0,200})?\bescribi[óo]:[ \t]*$/m,
  /^[ \t]*(?:Le|Am)\b[^\n]{0,200}(?:\n[^\n]{0,200})?\b(?:a écrit|schrieb[^\n]{0,100})[ \t]*:[ \t]*$/m,
  /^[^\n]{0,200}(?:\n[^\n]{0,200})?كتب(?:ت)?[^\n]{0,100}:[ \t]*$/m,
  /^[ \t]*-{2,}[ \t]*(?:Original Message|Mensaje original|Forwarded message|الرسالة الأصلية)[ \t]*-{2,}[ \t]*$/im,
  /^[ \t]*_{10,}[ \t]*\n[ \t]*(?:From|De|من)[ \t]*:/m,
  /^[ \t]*(?:From|De|من)[ \t]*:[^\n]+\n[ \t]*(?:Sent|Date|Enviado(?: el)?|Fecha|تاريخ الإرسال)[ \t]*:/m,
];

/** What somebody wrote anew in an answer: without what they quote, unless nothing else is left. */
export function withoutQuoted(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n');
  const cuts = openers.flatMap((opener) => opener.exec(plain)?.index ?? []);
  const head = plain.slice(0, Math.min(plain.length, ...cuts));
  const lines = head.split('\n');
  while (lines.length && /^\s*(?:>.*)?$/.test(lines.at(-1)!)) lines.pop();
  const kept = withoutSignature(lines).join('\n').trim();
  return kept || plain.trim();
}

/** The signature's mark is two hyphens and a space on a line of their own (RFC 3676, 4.3). */
function withoutSignature(lines: string[]): string[] {
  const at = lines.findIndex((line) => line === '-- ');
  return at > 0 ? lines.slice(0, at) : lines;
}
