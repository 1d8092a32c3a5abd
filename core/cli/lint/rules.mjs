/** House rules that no published plugin knows. Plain JavaScript, because ESLint loads it as it is. */

const colour = /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(|\bcolor\(\s*[a-z]/i;
/** Tailwind's own palette, which is not the tenant's, in whatever property and with whatever opacity. */
const palette =
  /(?:^|[\s:!-])[a-z]+(?:-[a-z]+)*-(?:slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose)-\d{2,3}\b/;
const names =
  'aqua|black|blue|brown|coral|crimson|cyan|fuchsia|gold|gray|grey|green|indigo|ivory|khaki|lime|magenta|maroon|navy|olive|orange|orchid|pink|plum|purple|red|salmon|silver|tan|teal|tomato|turquoise|violet|wheat|white|yellow';
/** `text-white`, `bg-[red]`. */
const named = new RegExp(`(?:^|[\\s:!-])(?:bg|text|border|ring|fill|stroke|from|via|to|outline|decoration|shadow|accent|caret|divide|placeholder)-(?:(?:black|white)|\\[(?:${names})\\])(?:/\\d+)?(?=$|[\\s"'\`])`, 'i');
/** A word that is a colour where a colour is expected, alone or within a shorthand such as `1px solid red`. */
const word = new RegExp(`(?:^|[\\s,(])(?:(?:dark|light|medium|pale|deep|hot)?(?:${names}))(?=$|[\\s,)])`, 'i');
const paints = /^(?:fill|stroke|color|stopColor|stop-color|floodColor|lightingColor|caretColor|.*[cC]olor|background.*|border.*|outline.*|boxShadow|textShadow|textDecoration)$/;

/** A component that names a colour keeps it on every tenant's screen, whatever their brand and in the dark as well. */
const noColourLiteral = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { literal: 'A component contains no colour: use a role of the theme, such as bg-surface, text-muted or var(--accent).' },
  },
  create(context) {
    const look = (node, text) => {
      if (colour.test(text) || palette.test(text) || named.test(text) || (painted(node) && word.test(text))) context.report({ node, messageId: 'literal' });
    };
    return {
      Literal: (node) => typeof node.value === 'string' && !isImport(node) && look(node, node.value),
      TemplateElement: (node) => look(node, node.value.raw),
    };
  },
};

/** Whether a text is the value of what draws: an SVG attribute, or a property of a `style`. */
function painted(node) {
  let at = node.parent;
  while (at && ['ConditionalExpression', 'LogicalExpression', 'TemplateLiteral', 'JSXExpressionContainer'].includes(at.type)) at = at.parent;
  if (at?.type === 'JSXAttribute') return ['fill', 'stroke', 'color', 'stopColor', 'floodColor'].includes(at.name.name);
  if (at?.type !== 'Property' || at.key === node) return false;
  let owner = at.parent;
  while (owner && owner.type !== 'JSXAttribute' && owner.type !== 'Program') owner = owner.parent;
  return owner?.type === 'JSXAttribute' && owner.name.name === 'style' && paints.test(String(at.key.name ?? at.key.value));
}

/** What a person reads comes from the locales, or it stays English for everyone. */
const noVisibleText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { text: '"{{text}}" is read by people: put it into locales/*.json and show it with t(…).' },
  },
  create(context) {
    const visible = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'aria-placeholder', 'alt', 'title', 'placeholder', 'label', 'description', 'hint']);
    const report = (node, text) => {
      if (/\p{L}{2,}/u.test(text) && !specimen.test(text.trim()) && !isCode(node)) context.report({ node, messageId: 'text', data: { text: text.trim().slice(0, 40) } });
    };
    return {
      JSXText: (node) => report(node, node.value),
      JSXExpressionContainer(node) {
        if (node.parent.type === 'JSXElement' || node.parent.type === 'JSXFragment') for (const each of texts(node.expression)) report(each.node, each.text);
      },
      JSXAttribute(node) {
        if (!node.value || !visible.has(node.name.name)) return;
        for (const each of texts(node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value)) report(each.node, each.text);
      },
    };
  },
};

/** Letters that show a typeface, the beginning of an address, the name of a key: the same in every language. */
const specimen = /^(?:A[ag]|https?:\/\/|(?:Ctrl|Alt|Esc)(?: \w)?)$/;

/** What computers and keyboards say is no sentence: inside `code`, `kbd`, `samp` and `pre` it stays as it is. */
function isCode(node) {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'JSXElement' && ['code', 'kbd', 'samp', 'pre'].includes(at.openingElement.name.name)) return true;
  return false;
}

/** The texts an expression may come to: itself, either side of a choice, the fixed parts of a template. */
function texts(node) {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ node, text: node.value }] : [];
    case 'TemplateLiteral':
      return node.quasis.map((part) => ({ node: part, text: part.value.cooked ?? '' }));
    case 'ConditionalExpression':
      return [...texts(node.consequent), ...texts(node.alternate)];
    case 'LogicalExpression':
      return [...(node.operator === '&&' ? [] : texts(node.left)), ...texts(node.right)];
    case 'BinaryExpression':
      return node.operator === '+' ? [...texts(node.left), ...texts(node.right)] : [];
    default:
      return [];
  }
}

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
