'use client';
import { useMemo, useState, type CSSProperties } from 'react';
import { clsx } from 'clsx';
import { Monitor, Moon, Smartphone, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Card, Tabs } from '@loctelli/core/web';
import { brandProperties } from '../../../../../core/web/theme/tokens.ts';
import { BrandContrast } from './brand-contrast.tsx';
import { PreviewApp } from './preview-app.tsx';
import { PreviewMail } from './preview-mail.tsx';
import { PreviewSignIn } from './preview-sign-in.tsx';
import type { BrandDraft } from './use-brand-draft.ts';

/** How it will look: the product's own components under the draft's properties, which hold inside this frame alone. */
export function BrandPreview({ draft }: { draft: BrandDraft }) {
  const t = useTranslations('core.brand');
  const [mode, setMode] = useState<'light' | 'dark'>('light');
  const [phone, setPhone] = useState(false);
  const { look } = draft;
  const style = useMemo<CSSProperties>(() => ({ ...brandProperties(look, mode), colorScheme: mode, fontFamily: 'var(--font)' }) as CSSProperties, [look, mode]);
  const framed = (content: React.ReactNode) => (
    <div className={clsx('mx-auto overflow-hidden rounded-lg border border-line-strong transition-[max-width] duration-200', phone ? 'max-w-[24rem]' : 'max-w-full')}>
      {/* Nothing in it can be pressed or read aloud twice: it is a picture made of the real thing. */}
      <div inert aria-hidden data-preview={mode} style={style} className="bg-canvas text-base text-fg select-none">
        {content}
      </div>
    </div>
  );
  return (
    <div className="flex flex-col gap-4">
      <Card
        title={t('preview')}
        actions={
          <div className="flex gap-1">
            <Toggle pressed={mode === 'dark'} onPress={() => setMode(mode === 'light' ? 'dark' : 'light')} label={t('previewDark')} icon={mode === 'dark' ? <Moon aria-hidden /> : <Sun aria-hidden />} />
            <Toggle pressed={phone} onPress={() => setPhone(!phone)} label={t('previewPhone')} icon={phone ? <Smartphone aria-hidden /> : <Monitor aria-hidden />} />
          </div>
        }
      >
        <Tabs
          label={t('preview')}
          tabs={[
            { id: 'sign-in', label: t('previews.signIn'), content: framed(<PreviewSignIn look={look} />) },
            { id: 'app', label: t('previews.app'), content: framed(<PreviewApp look={look} phone={phone} />) },
            { id: 'mail', label: t('previews.mail'), content: <PreviewMail tokens={draft.tokens} phone={phone} /> },
          ]}
        />
      </Card>
      <BrandContrast look={look} />
    </div>
  );
}

function Toggle({ pressed, onPress, label, icon }: { pressed: boolean; onPress: () => void; label: string; icon: React.ReactNode }) {
  return (
    <Button variant={pressed ? 'secondary' : 'ghost'} size="icon-sm" aria-label={label} title={label} aria-pressed={pressed} onClick={onPress}>
      {icon}
    </Button>
  );
}
