'use client';
import { Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'next-intl';
import { late } from '../slots/late.tsx';
import { PartBoundary } from '../slots/plugins.tsx';
import { useShellUi } from './shell-ui.tsx';
import { useShortcut } from './shortcuts/use-shortcut.ts';

const Palette = late(() => import('./palette/palette.tsx'));
const Sheet = late(() => import('./shortcuts/sheet.tsx'));
const ShellShortcuts = late(() => import('./shortcuts/shell-shortcuts.tsx'));

/** Calls back once the page has come to rest after loading. */
function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const run = () => setIdle(true);
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(run, 300);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(run, { timeout: 2_000 });
    return () => cancelIdleCallback(handle);
  }, []);
  return idle;
}

/** What lies above the page: command palette and sheet of shortcuts, each fetched when it is first asked for. */
export function Overlays() {
  const t = useTranslations('core.shell');
  const { palette, setPalette, sheet, setSheet } = useShellUi();
  const [wanted, setWanted] = useState({ palette: false, sheet: false });
  const idle = useIdle();
  useShortcut({ keys: 'mod+k', label: t('palette.title'), scope: 'general', anywhere: true, run: () => setPalette(!palette) });
  useEffect(() => {
    if (palette || sheet) setWanted((before) => ({ palette: before.palette || palette, sheet: before.sheet || sheet }));
  }, [palette, sheet]);
  return (
    <>
      {idle && (
        <PartBoundary silent>
          <Suspense>
            <ShellShortcuts />
          </Suspense>
        </PartBoundary>
      )}
      {wanted.palette && (
        <PartBoundary compact>
          <Suspense>
            <Palette open={palette} onOpenChange={setPalette} />
          </Suspense>
        </PartBoundary>
      )}
      {wanted.sheet && (
        <PartBoundary compact>
          <Suspense>
            <Sheet open={sheet} onOpenChange={setSheet} />
          </Suspense>
        </PartBoundary>
      )}
    </>
  );
}

export const preloadPalette = Palette.preload;
