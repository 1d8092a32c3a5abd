import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { RuleTester } from 'eslint';
import loctelli from './rules.mjs';

RuleTester.describe = describe;
RuleTester.it = it;
const tester = new RuleTester({ languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } });

tester.run('no-colour-literal', loctelli.rules['no-colour-literal'], {
  valid: [
    `const a = <p className="bg-surface text-muted" />`,
    `const id = '#clients'`,
    `import x from './a#fff'`,
    `const t = 'Item #12'`,
    `const a = <path fill="currentColor" stroke="none" />`,
    `const a = <i style={{ color: 'var(--accent)', background: on ? 'var(--chart-1)' : 'transparent' }} />`,
    `const a = <b className="bg-[color-mix(in_oklab,var(--accent)_20%,var(--surface))]" />`,
    `const kind = { color: 'red' }`,
    `const a = <Tag label="white" kind="gold" />`,
  ],
  invalid: [
    ...['#fff', '#1f6feb', 'rgb(1 2 3)', 'rgba(0,0,0,.5)', 'hsl(10 20% 30%)', 'oklch(0.5 0.1 20)', 'color(display-p3 1 0 0)', 'p-2 text-red-500', 'hover:bg-slate-50/20', 'dark:sm:border-s-blue-200'].map((text) => `const a = <p className="${text}" />`),
    ...['bg-[#fff]', 'text-[rgb(0,0,0)]', 'bg-[red]', 'p-1 text-white', 'hover:bg-black/40', 'shadow-[0_0_4px_#0003]'].map((text) => `const a = <p className="${text}" />`),
    `const a = <p style={{ color: 'red' }} />`,
    `const a = <p style={{ color: '#ff0000' }} />`,
    `const a = <p style={{ border: '1px solid tomato' }} />`,
    `const a = <p style={{ background: on ? 'white' : undefined }} />`,
    `const a = <path fill="red" />`,
    `const a = <path stroke={on ? 'darkgreen' : 'none'} />`,
    `const a = <stop stopColor="#123456" />`,
    'const a = <p className={`${x} bg-[#abc]`} />',
    'const ink = `hsl(${hue} 50% 50%)`',
  ].map((code) => ({ code, errors: [{ messageId: 'literal' }] })),
});

tester.run('no-visible-text', loctelli.rules['no-visible-text'], {
  valid: [
    `<p>{t('a')}</p>`,
    `<p> · </p>`,
    `<a href="https://a.example" className="block" />`,
    `<p>5 %</p>`,
    '<p>{`${a} – ${b}`}</p>',
    `<p className={on ? 'block' : 'hidden'}>{on && t('a')}</p>`,
    `<p>{kind === 'lost' && <b />}</p>`,
    '<a aria-label={`${name}: ${value}`} />',
    `<code>{'Bearer ' + key}</code>`,
    `<kbd>Ctrl K</kbd>`,
    `<p>Aa</p>`,
  ],
  invalid: [
    `<p>Hello</p>`,
    `<input placeholder="Search" />`,
    `<a aria-label="Open">→</a>`,
    `<img alt="A roof" />`,
    `<button title={'Close'} />`,
    '<a aria-label={`Open ${name}`} />',
    `<p>{'Hello'}</p>`,
    `<p>{name || 'Nobody'}</p>`,
    `<p>{on && 'Saved'}</p>`,
    `<p>{'Hello ' + name}</p>`,
    '<p>{`Hello ${name}`}</p>',
    `<><p>مرحبا</p></>`,
  ]
    .map((code) => ({ code, errors: [{ messageId: 'text' }] }))
    .concat([{ code: `<p>{on ? 'Yes' : 'No'}</p>`, errors: [{ messageId: 'text' }, { messageId: 'text' }] }]),
});

describe('npm run check', () => {
  const folders = ['core/web/ui/x.tsx', 'core/web/shell/x.tsx', 'apps/web/app/(app)/x/page.tsx', 'apps/web/parts/x.tsx', 'plugins/clients/web/x.page.tsx', 'plugins/bookings/web/deep/x.tsx'];

  it('holds every component and plugin page to both rules', async () => {
    // In a process of its own: the configuration is a module of modules that Jest need not load.
    const script = `import { ESLint } from 'eslint'; const eslint = new ESLint(); const files = ${JSON.stringify(folders)};
      const found = await Promise.all(files.map(async (file) => { const { rules } = await eslint.calculateConfigForFile(file); return [file, rules['loctelli/no-colour-literal']?.[0], rules['loctelli/no-visible-text']?.[0]]; }));
      process.stdout.write(JSON.stringify(found));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd: path.resolve(import.meta.dirname, '../../..') });
    expect(JSON.parse(stdout)).toEqual(folders.map((folder) => [folder, 2, 2]));
  });
});

tester.run('file-name', loctelli.rules['file-name'], {
  valid: ['client-list.ts', 'clients.page.tsx', '[...path].tsx', 'judge.test.ts', '.dependency-cruiser.cjs'].map((filename) => ({
    code: '',
    filename,
  })),
  invalid: ['clientList.ts', 'Clients.tsx', 'utils.ts', 'date-helpers.ts', 'base.service.ts'].map((filename) => ({
    code: '',
    filename,
    errors: 1,
  })),
});
