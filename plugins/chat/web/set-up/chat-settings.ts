'use client';
import { useTranslations } from 'next-intl';
import type { PluginSettings } from '@loctelli/core';
import { coreApi, toast, useApiQuery, useInvalidate } from '@loctelli/core/web';
import { chat } from '../api.ts';

/** The plugin's settings, and how parts of them are saved. */
export function useChatSettings() {
  const t = useTranslations('chat.setUp');
  const invalidate = useInvalidate();
  const settings = useApiQuery<PluginSettings>(['plugin-settings', 'chat'], () => coreApi.plugins.getSettings('chat'));
  const setup = useApiQuery(['chat', 'setup'], () => chat.getSetup());
  return {
    settings: settings.data,
    setup: setup.data,
    error: settings.error ?? setup.error,
    refetch: () => (void settings.refetch(), void setup.refetch()),
    /** Null goes back to the standard, or takes a secret away. */
    save: async (values: Record<string, unknown>) => {
      await coreApi.plugins.updateSettings('chat', values);
      invalidate(['plugin-settings', 'chat'], ['chat', 'setup']);
      toast.success(t('saved'));
    },
  };
}

/** A page's address as a browser names where it comes from: scheme, host, port. What is none is left for the server to refuse. */
export function originOf(line: string): string {
  const text = line.trim();
  try {
    const { origin } = new URL(/^https?:\/\//i.test(text) ? text : `https://${text}`);
    return origin === 'null' ? text : origin;
  } catch {
    return text;
  }
}

export const linesIn = (text: string): string[] => [...new Set(text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean))];

/** A secret that nobody guesses, shown once. */
export function makeSecret(): string {
  return [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
