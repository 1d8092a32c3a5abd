'use client';
import { useMemo } from 'react';
import { encode } from 'uqr';

/** Modules that stay light around the code (ISO/IEC 18004): without them a camera does not find it on a dark page. */
const quiet = 4;

/**
 * A QR code in the tenant's tokens: dark on light in both themes, because many apps cannot read one that is light on dark. The darkest and
 * the lightest role of the theme change places with it.
 */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => {
    const { data } = encode(text, { ecc: 'L', border: 0 });
    const rows = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')));
    return { path: rows.join(''), size: data.length + quiet * 2 };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-52 shrink-0 rounded-md border"
      style={{ color: 'light-dark(var(--fg), var(--canvas))', background: 'light-dark(var(--surface), var(--fg))' }}
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
