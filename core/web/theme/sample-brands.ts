import type { Brand } from '@loctelli/core';
import { neutralBrand } from './tokens.ts';

/** Two tenants as far apart as brands get, for the gallery: everything must look right on both. */
export const sampleBrands: readonly Brand[] = [
  { ...neutralBrand, name: 'Summit Roofing', colour: '#c2410c', radius: 6 },
  { ...neutralBrand, name: 'Bright Dental', colour: '#0d7d8c', radius: 12, density: 'compact' },
];
