'use client';
import { Suspense, useEffect, useState } from 'react';
import { late } from '../slots/late.tsx';
import { PartBoundary, preloadFailure } from '../slots/plugins.tsx';
import { useShellUi } from './shell-ui.tsx';

const Palette = late(() => import('./palette/palette.tsx'));
const Sheet = late(() => import('./shortcuts/sheet.tsx'));
const ShellShortcuts = late(() => import('./shortcuts/shell-shortcuts.tsx'));
const Ears = late(() => import('./bell/notification-ears.tsx'));

export const preloadPalette = Palette.preload;

/** True once the page has come to rest after loading. */
export function useIdle(): boolean {
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

/** What is heard and what lies above the page: fetched once the page stands, palette and sheet when they are first asked for. */
export function Overlays({ onFold }: { onFold: () => void }) {
  const { palette, setPalette, sheet, setSheet } = useShellUi();
  const [wanted, setWanted] = useState({ palette: false, sheet: false });
  const idle = useIdle();
  useEffect(() => {
    if (idle) preloadFailure();
  }, [idle]);
  useEffect(() => {
    if (palette || sheet) setWanted((before) => ({ palette: before.palette || palette, sheet: before.sheet || sheet }));
  }, [palette, sheet]);
  return (
    <>
      {idle && (
        <PartBoundary silent>
          <Suspense>
            <ShellShortcuts onFold={onFold} />
            <Ears />
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
