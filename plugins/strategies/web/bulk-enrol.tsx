'use client';
import { useState } from 'react';
import { Route } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, useFormats } from '@loctelli/core/web';
import { EnrolDialog, type EnrolTarget } from './enrolments/enrol-dialog.tsx';

interface Props {
  target: EnrolTarget;
  count: number;
  /** Whether `count` is all of them. */
  exact: boolean;
  onDone: () => void;
}

/** Enrols the clients that are chosen in their list. */
export default function BulkEnrol({ target, count, exact, onDone }: Props) {
  const t = useTranslations('strategies.enrolments');
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="secondary" onClick={() => setOpen(true)}>
        <Route aria-hidden />
        {t('bulk')}
      </Button>
      {open && <EnrolDialog target={{ target, count, number: `${formats.number(count)}${exact ? '' : '+'}` }} onClose={() => setOpen(false)} onDone={onDone} />}
    </>
  );
}
