const padding = 32;
const scale = 2;

/**
 * A tile as a picture: its title and range, and what it draws. Drawings (SVG) are taken over with their colours; tables and numbers are written anew.
 * @param node the tile on the page
 */
export async function tilePng(node: HTMLElement): Promise<Blob> {
  const style = getComputedStyle(node);
  const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim() || style.color;
  const drawing = node.querySelector<SVGSVGElement>('svg.recharts-surface');
  const lines = drawing ? [] : linesOf(node);
  const size = drawing?.getBoundingClientRect();
  const width = Math.max(480, size ? size.width + 2 * padding : 640);
  const height = 96 + padding + (size ? size.height : lines.length * 30);
  const canvas = Object.assign(document.createElement('canvas'), { width: width * scale, height: height * scale });
  const pen = canvas.getContext('2d')!;
  pen.scale(scale, scale);
  pen.fillStyle = style.backgroundColor;
  pen.fillRect(0, 0, width, height);
  const rtl = style.direction === 'rtl';
  pen.direction = rtl ? 'rtl' : 'ltr';
  const [start, end] = rtl ? [width - padding, padding] : [padding, width - padding];
  const write = (text: string, x: number, y: number, size: number, { bold = false, muted = false, atEnd = false } = {}) => {
    pen.font = `${bold ? 600 : 400} ${size}px ${style.fontFamily}`;
    pen.fillStyle = muted ? colour('--muted') : style.color;
    pen.textAlign = atEnd === rtl ? 'left' : 'right';
    pen.fillText(text, x, y);
  };
  write(node.querySelector('h2')?.textContent ?? '', start, 44, 18, { bold: true });
  write(node.querySelector('header p')?.textContent ?? '', start, 68, 13, { muted: true });
  if (drawing && size) pen.drawImage(await pictureOf(drawing), padding, 88, size.width, size.height);
  lines.forEach(([name, value], index) => {
    const y = 112 + index * 30;
    write(name, start, y, 15, { muted: value !== '' });
    if (value) write(value, end, y, 15, { bold: true, atEnd: true });
  });
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture.'))), 'image/png'));
}

/** Rows of a tile that has no drawing: what stands first, and the rest. */
function linesOf(node: HTMLElement): [string, string][] {
  const text = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const rows = [...node.querySelectorAll('tbody tr')].map((row): [string, string] => [text(row.children[0]!), [...row.children].slice(1).map(text).join('   ')]);
  const steps = [...node.querySelectorAll('figure ol > li')].map((step): [string, string] => [text(step.children[0]!), text(step.children[2]!)]);
  if (rows.length || steps.length) return rows.length ? rows : steps;
  return [...node.querySelectorAll(':scope > div p, :scope > div dt')].map((line): [string, string] => [text(line), line.tagName === 'DT' && line.nextElementSibling ? text(line.nextElementSibling) : '']).concat([...node.querySelectorAll(':scope > div button')].map((number): [string, string] => [text(number), '']));
}

/** An SVG of the page as a picture: it loses the page's variables, so computed colours and type go with it. */
async function pictureOf(drawing: SVGSVGElement): Promise<HTMLImageElement> {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, index) => {
    const { fill, stroke, fontSize, fontFamily } = getComputedStyle(originals[index]!);
    (element as SVGElement).style.cssText = `fill:${fill};stroke:${stroke};font-size:${fontSize};font-family:${fontFamily}`;
  });
  const { width, height } = drawing.getBoundingClientRect();
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const url = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  const image = new Image();
  await new Promise((resolve, reject) => Object.assign(image, { onload: resolve, onerror: () => reject(new Error('The drawing could not be copied.')), src: url }));
  return image;
}
