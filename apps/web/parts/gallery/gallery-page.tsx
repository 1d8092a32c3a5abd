'use client';
import { useState, type CSSProperties } from 'react';
import { useSearchParams } from 'next/navigation';
import { Page, PageHeader, Segmented } from '@loctelli/core/web';
import { sampleBrands } from '../../../../core/web/theme/sample-brands.ts';
import { brandProperties } from '../../../../core/web/theme/tokens.ts';
import { words } from './samples.ts';
import { sections } from './sections.ts';

/** Every component in its states. `?theme=dark&dir=rtl&brands=two` shows it so; `&only=Tables` shows one section. */
export function GalleryPage() {
  const params = useSearchParams();
  const [brands, setBrands] = useState(params.get('brands') === 'two' ? 'two' : 'one');
  const [theme, setTheme] = useState<'own' | 'light' | 'dark'>(params.get('theme') === 'dark' ? 'dark' : params.get('theme') === 'light' ? 'light' : 'own');
  const only = params.get('only');
  const mode = theme === 'dark' ? 'dark' : 'light';
  const looks = brands === 'two' ? sampleBrands.map((brand) => brandProperties(brand, mode)) : [theme === 'own' ? {} : brandProperties(sampleBrands[0]!, mode)];
  return (
    <Page>
      <PageHeader
        title={words.title}
        actions={
          <>
            <Segmented label={words.brand} value={brands} onChange={setBrands} options={[{ value: 'one', label: words.one }, { value: 'two', label: words.two }]} />
            <Segmented label={words.light} value={mode} onChange={setTheme} options={[{ value: 'light', label: words.light }, { value: 'dark', label: words.dark }]} />
          </>
        }
      />
      <div dir={params.get('dir') === 'rtl' ? 'rtl' : undefined} className={brands === 'two' ? 'grid gap-4 xl:grid-cols-2' : undefined}>
        {looks.map((look, index) => (
          <div key={index} style={look as CSSProperties} className="min-w-0 rounded-lg bg-canvas p-4 font-sans text-fg">
            {Object.entries(sections)
              .filter(([name]) => !only || name === only)
              .map(([name, Section]) => (
                <section key={name} id={index ? undefined : name} aria-label={name} className="mb-10">
                  <h2 className="mb-3 border-b pb-2 font-semibold">{name}</h2>
                  <div className="flex flex-col gap-4">
                    <Section />
                  </div>
                </section>
              ))}
          </div>
        ))}
      </div>
    </Page>
  );
}
