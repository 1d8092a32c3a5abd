/** House rules that no published plugin knows. Plain JavaScript, because ESLint loads it as it is. */

const colour = /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(/i;
/** Tailwind's own palette, which is not the tenant's. */
const palette =
  /(?:^|[\s:!-])(?:bg|text|border|ring|fill|stroke|from|via|to|outline|decoration|shadow|accent|caret|divide)-(?:slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose)-\d{2,3}\b/;

/** A component that names a colour keeps it on every tenant's screen, whatever their brand and in the dark as well. */
const noColourLiteral = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { literal: 'A component contains no colour: use a role of the theme, such as bg-surface, text-muted or var(--accent).' },
  },
  create(context) {
    const look = (node, text) => {
      if (colour.test(text) || palette.test(text)) context.report({ node, messageId: 'literal' });
    };
    return {
      Literal: (node) => typeof node.value === 'string' && !isImport(node) && look(node, node.value),
      TemplateElement: (node) => look(node, node.value.raw),
    };
  },
};

/** What a person reads comes from the locales, or it stays English for everyone. */
const noVisibleText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { text: '"{{text}}" is read by people: put it into locales/*.json and show it with t(…).' },
  },
  create(context) {
    const visible = new Set(['aria-label', 'aria-description', 'alt', 'title', 'placeholder', 'label', 'description', 'hint']);
    const report = (node, text) =>
      /\p{L}{2,}/u.test(text) && context.report({ node, messageId: 'text', data: { text: text.trim().slice(0, 40) } });
    return {
      JSXText: (node) => report(node, node.value),
      JSXAttribute(node) {
        if (node.value?.type === 'Literal' && visible.has(node.name.name)) report(node.value, String(node.value.value));
      },
    };
  },
};

/** `utils` is where things go that have no place; a thing has one. */
const telling = /^(?!.*(?:^|[-.])(?:utils?|helpers?|common|manager|base|misc)(?:[-.]|$))/;
const fileName = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      kebab: 'Files are named in kebab-case: {{name}}.',
      vague: 'The name {{name}} says nothing about what is inside.',
    },
  },
  create(context) {
    const name = context.filename.split(/[\\/]/).at(-1);
    return {
      Program(node) {
        if (!/^(?:\[+(?:\.{3})?[\w-]+\]+|[._]?[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.[a-z0-9-]+)*\.(?:tsx?|mjs|cjs|mts)$/.test(name))
          context.report({ node, messageId: 'kebab', data: { name } });
        if (!telling.test(name)) context.report({ node, messageId: 'vague', data: { name } });
      },
    };
  },
};

function isImport(node) {
  return /^(?:Import|Export)/.test(node.parent.type);
}

export default {
  meta: { name: 'loctelli' },
  rules: { 'no-colour-literal': noColourLiteral, 'no-visible-text': noVisibleText, 'file-name': fileName },
};
