'use client';
import { useEffect, useState } from 'react';
import { usePlugins } from '../../slots/plugins.tsx';
import type { FoundRecord } from '../../slots/plugin-web.ts';

export interface FoundIn {
  pluginId: string;
  records: FoundRecord[];
  failed: boolean;
}
const shortest = 2;
const rest = 150;

/**
 * What the plugins find among their records, all asked at once after typing rests. An answer to what was typed before is dropped, and a
 * plugin that fails leaves the others standing.
 */
export function useRecordSearch(text: string): { found: FoundIn[]; searching: boolean } {
  const plugins = usePlugins();
  const [found, setFound] = useState<FoundIn[]>([]);
  const [pending, setPending] = useState(0);
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < shortest) {
      setFound([]);
      setPending(0);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      setPending(plugins.length);
      for (const plugin of plugins) {
        void ask(plugin.web, wanted, stop.signal).then((result) => {
          if (stop.signal.aborted) return;
          setPending((count) => count - 1);
          setFound((before) => [...before.filter(({ pluginId }) => pluginId !== plugin.manifest.id), { pluginId: plugin.manifest.id, ...result }]);
        });
      }
    }, rest);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted, plugins]);
  const order = plugins.map(({ manifest }) => manifest.id);
  return { found: [...found].sort((a, b) => order.indexOf(a.pluginId) - order.indexOf(b.pluginId)), searching: pending > 0 };
}

type Web = ReturnType<typeof usePlugins>[number]['web'];

async function ask(web: Web, text: string, signal: AbortSignal): Promise<Omit<FoundIn, 'pluginId'>> {
  try {
    const search = (await web?.())?.default.search;
    if (!search) return { records: [], failed: false };
    return { records: await (await search()).default(text, signal), failed: false };
  } catch {
    return { records: [], failed: true };
  }
}
