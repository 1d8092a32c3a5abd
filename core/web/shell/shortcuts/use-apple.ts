'use client';
import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether the keyboard has a ⌘ key; false until the page runs in the browser. */
export const useApple = (): boolean => useSyncExternalStore(never, () => /Mac|iPhone|iPad/.test(navigator.platform), () => false);
