import style from './style.css';

/** Puts sheets into a shadow root without a `style` tag, which strict pages would refuse; for old browsers with one. */
export function dress(root: ShadowRoot, tokens: string): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    root.adoptedStyleSheets = [style, tokens].map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
    return;
  }
  const tag = document.createElement('style');
  tag.textContent = style + tokens;
  root.append(tag);
}
