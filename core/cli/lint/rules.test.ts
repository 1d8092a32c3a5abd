import { RuleTester } from 'eslint';
import loctelli from './rules.mjs';

RuleTester.describe = describe;
RuleTester.it = it;
const tester = new RuleTester({ languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } });

tester.run('no-colour-literal', loctelli.rules['no-colour-literal'], {
  valid: [`const a = <p className="bg-surface text-muted" />`, `const id = '#clients'`, `import x from './a#fff'`, `const t = 'Item #12'`],
  invalid: ['#fff', '#1f6feb', 'rgb(1 2 3)', 'oklch(0.5 0.1 20)', 'p-2 text-red-500', 'hover:bg-slate-50/20'].map((text) => ({
    code: `const a = <p className="${text}" />`,
    errors: [{ messageId: 'literal' }],
  })),
});

tester.run('no-visible-text', loctelli.rules['no-visible-text'], {
  valid: [`<p>{t('a')}</p>`, `<p> · </p>`, `<a href="https://a.example" className="block" />`, `<p>5 %</p>`],
  invalid: [`<p>Hello</p>`, `<input placeholder="Search" />`, `<a aria-label="Open">→</a>`].map((code) => ({
    code,
    errors: [{ messageId: 'text' }],
  })),
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
