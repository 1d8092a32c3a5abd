'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Download, Printer } from 'lucide-react';
import { Button, Checkbox, useFormats, useMe } from '@loctelli/core/web';
import { CopyButton } from './copy-button.tsx';

/** New recovery codes, shown this once: to copy, to keep as a file or on paper. `onDone` only after they were saved. */
export function RecoveryCodeList({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useTranslations('core.security');
  const formats = useFormats();
  const { user, tenant } = useMe();
  const [saved, setSaved] = useState(false);
  const title = t('codesFile', { tenant: tenant.name, email: user.email, date: formats.date(new Date()) });
  const text = `${title}\n\n${codes.join('\n')}\n`;
  return (
    <div className="flex flex-col gap-4">
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-md border bg-sunken px-4 py-3 font-mono select-all" dir="ltr" aria-label={t('codesTitle')}>
        {codes.map((code) => (
          <li key={code} className="text-center tracking-wide tabular-nums">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton size="sm" text={text} />
        <Button size="sm" onClick={() => download(text)}>
          <Download aria-hidden />
          {t('download')}
        </Button>
        <Button size="sm" onClick={() => print(title, codes)}>
          <Printer aria-hidden />
          {t('print')}
        </Button>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3 border-t pt-4">
        <Checkbox checked={saved} onChange={setSaved} label={t('saved')} />
        <Button variant="primary" disabled={!saved} onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
}

function download(text: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = 'recovery-codes.txt';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** On a page of their own, so that the paper carries the codes and nothing else. */
function print(title: string, codes: string[]) {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  const page = frame.contentDocument!;
  page.documentElement.dir = document.documentElement.dir;
  const [heading, list] = [page.createElement('h1'), page.createElement('pre')];
  heading.textContent = title;
  heading.style.font = '600 16px system-ui';
  list.textContent = codes.join('\n');
  list.style.font = '18px/1.8 ui-monospace, monospace';
  page.body.append(heading, list);
  frame.contentWindow!.addEventListener('afterprint', () => frame.remove());
  frame.contentWindow!.print();
}
