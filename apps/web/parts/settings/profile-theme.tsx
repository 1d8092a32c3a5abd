'use client';
import { useTranslations } from 'next-intl';
import { Monitor, Moon, Sun } from 'lucide-react';
import { Card, cn, themes, useTheme } from '@loctelli/core/web';

const icons = { light: <Sun aria-hidden />, dark: <Moon aria-hidden />, system: <Monitor aria-hidden /> };

/** Light, dark or as the system: in force at once. */
export function ThemeCard() {
  const t = useTranslations('core.security');
  const shell = useTranslations('core.shell');
  const [theme, choose] = useTheme();
  return (
    <Card title={t('appearance')} description={t('appearanceText')}>
      <div role="radiogroup" aria-label={t('appearance')} className="grid max-w-md grid-cols-3 gap-2">
        {themes.map((name) => (
          <label
            key={name}
            className={cn(
              'flex h-control cursor-pointer items-center justify-center gap-2 rounded-md border px-2 transition-colors duration-150 hover:bg-hover [&_svg]:size-4',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
              theme === name && 'border-accent bg-accent-soft font-medium text-on-accent-soft hover:bg-accent-soft',
            )}
          >
            <input type="radio" name="theme" value={name} checked={theme === name} onChange={() => choose(name)} className="sr-only" />
            {icons[name]}
            <span className="truncate">{shell(name)}</span>
          </label>
        ))}
      </div>
    </Card>
  );
}
