import type { Brand } from '@loctelli/core';
import dmSans from '@fontsource-variable/dm-sans/files/dm-sans-latin-wght-normal.woff2';
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
import manrope from '@fontsource-variable/manrope/files/manrope-latin-wght-normal.woff2';
import nunito from '@fontsource-variable/nunito/files/nunito-latin-wght-normal.woff2';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2';

/** Addresses of the fonts' Latin parts: a page fetches its brand's at once. The other fonts, and other scripts, come when they are used. */
export const fontFiles: Partial<Record<Brand['font'], string>> = { inter, manrope, nunito, 'dm-sans': dmSans, serif };
