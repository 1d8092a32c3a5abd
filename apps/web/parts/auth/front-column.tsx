import type { ReactNode } from 'react';
import { clsx } from 'clsx';
import type { Brand } from '@loctelli/core';
import { BrandMark } from '../../../../core/web/shell/brand-mark.tsx';

interface Props {
  brand: Brand;
  footer: ReactNode;
  className?: string;
  /** The element around the content; `main` on the page itself. */
  as?: 'main' | 'div';
  children: ReactNode;
}

/** One quiet column under the tenant's own name. */
export function FrontColumn({ brand, footer, className, as: Content = 'div', children }: Props) {
  return (
    <div className={clsx('grid grid-rows-[1fr_auto] bg-[radial-gradient(60rem_30rem_at_50%_-10rem,var(--accent-soft),transparent)]', className)}>
      <Content className="mx-auto flex w-full max-w-[26rem] flex-col justify-center px-5 py-10">
        <div className="mb-7 flex flex-col items-center gap-3 text-center">
          <BrandMark name={brand.name} logo={brand.logo} logoDark={brand.logoDark} size="lg" />
          {brand.tagline && <p className="max-w-80 text-muted text-balance">{brand.tagline}</p>}
        </div>
        {children}
      </Content>
      <footer className="flex flex-wrap items-center justify-center gap-x-5 gap-y-2 px-5 pb-6 text-sm text-muted">{footer}</footer>
    </div>
  );
}
