'use client';
import { useMemo } from 'react';
import { useSearchParams } from 'next/navigation';
import { metricFilter, rangeChoice, type Filter, type RangeChoice } from '../../contract.ts';

const keys = ['dashboard', 'range', 'filters'] as const;

/** Which dashboard is shown, and how: in the address, so that it can be reloaded and sent. What is not there is as the dashboard keeps it. */
export function useAddress() {
  const text = useSearchParams().toString();
  return useMemo(() => {
    const params = new URLSearchParams(text);
    const set = (changes: { dashboard?: number | undefined; range?: RangeChoice | undefined; filters?: Filter | undefined }) => {
      const next = new URLSearchParams(window.location.search);
      for (const key of keys) {
        if (!(key in changes)) continue;
        const value = changes[key];
        if (value === undefined) next.delete(key);
        else next.set(key, typeof value === 'number' ? String(value) : JSON.stringify(value));
      }
      window.history.replaceState(null, '', next.size ? `?${next}` : window.location.pathname);
    };
    return {
      dashboard: Number(params.get('dashboard')) || null,
      range: rangeChoice.safeParse(parsed(params.get('range'))).data,
      filters: metricFilter.safeParse(parsed(params.get('filters'))).data,
      set,
    };
  }, [text]);
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
