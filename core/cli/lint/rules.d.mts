import type { ESLint } from 'eslint';

declare const plugin: ESLint.Plugin & {
  rules: Record<'no-colour-literal' | 'no-visible-text' | 'file-name', import('eslint').Rule.RuleModule>;
};
export default plugin;
