'use client';
import { lazy, Suspense, type ComponentType } from 'react';
import { Circle, type LucideProps } from 'lucide-react';

type Loader = () => Promise<{ default: ComponentType<LucideProps> }>;
const made = new Map<string, ComponentType<LucideProps>>();

/** A lucide icon by the name a manifest gives, fetched when first drawn. Components import the icons they know from lucide-react. */
export function Icon({ name, ...props }: LucideProps & { name: string }) {
  const Named = made.get(name) ?? make(name);
  const box = <Circle {...props} aria-hidden className={`${props.className ?? ''} invisible`} />;
  return (
    <Suspense fallback={box}>
      <Named aria-hidden {...props} />
    </Suspense>
  );
}

function make(name: string): ComponentType<LucideProps> {
  const component = lazy(async () => {
    const icons = (await import('lucide-react/dynamicIconImports')).default as Record<string, Loader>;
    return (await icons[name]?.()) ?? { default: Circle as ComponentType<LucideProps> };
  });
  made.set(name, component);
  return component;
}
