'use client';
import { use, type ComponentType } from 'react';

type Load<P> = () => Promise<{ default: ComponentType<P> }>;
const failed = new Set<() => void>();

/** Lets parts whose code could not be fetched be fetched again when they are next drawn. */
export function retryLateParts(): void {
  failed.forEach((reset) => reset());
  failed.clear();
}

/**
 * A component whose code is fetched when it is first drawn, or earlier by `preload`. Draw it within Suspense. Unlike React's own `lazy`
 * it can be tried again after a failed fetch.
 */
export function late<P extends object>(load: Load<P>): ComponentType<P> & { preload: () => void } {
  let code: Promise<ComponentType<P>> | null = null;
  const start = () => {
    if (code) return code;
    const fetched = load().then((module) => module.default);
    fetched.catch(() => failed.add(() => (code = null)));
    return (code = fetched);
  };
  function Late(props: P) {
    const Part = use(start());
    return <Part {...props} />;
  }
  return Object.assign(Late, { preload: () => void start().catch(() => undefined) });
}
