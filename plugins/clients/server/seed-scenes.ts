type Random = () => number;

/** What the clients of one demo business are like. */
export interface Scene {
  count: number;
  zone: string;
  currency: string;
  firstNames: string[];
  lastNames: string[];
  /** Share of clients that are with a company. */
  companyShare: number;
  companies: string[];
  positions: string[];
  sources: string[];
  tags: string[];
  notes: string[];
  fields: { key: string; label: string; type: string; options?: string[]; position: number }[];
  phone(random: Random): string;
  value(random: Random): number;
  customFields(random: Random): Record<string, string | number | undefined>;
}

const digits = (random: Random, count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
const one = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

const roofs = ['Asphalt shingle', 'Metal', 'Tile', 'Flat'];
const roofing: Scene = {
  count: 320,
  zone: 'America/Denver',
  currency: 'USD',
  firstNames:
    'James Maria Robert Linda Michael Susan David Karen Carlos Angela Kevin Laura Brian Megan Tyler Rosa Greg Hannah Victor Denise Paul Yolanda Scott Priya'.split(
      ' ',
    ),
  lastNames:
    'Anderson Martinez Johnson Nguyen Williams Garcia Miller Baker Thompson Ortiz Peterson Romero Clark Schultz Hughes Vigil Larsen Patel Coleman Reyes Foster Begay Sullivan Trujillo'.split(
      ' ',
    ),
  companyShare: 0.35,
  companies: [
    'Front Range Property Management',
    'Cherry Creek HOA',
    'Mile High Rentals',
    'Platte Valley Apartments',
    'Highlands Ranch Realty',
    'Aurora Self Storage',
    'Lakewood Community Church',
    'Boulder Creek Lofts',
  ],
  positions: ['Property manager', 'Facilities manager', 'HOA president', 'Owner', 'Maintenance lead'],
  sources: ['Hail campaign', 'Referral', 'Website', 'Google', 'Home show', 'Door hanger'],
  tags: ['hail damage', 'insurance', 'repeat', 'multi-family', 'gutters', 'urgent'],
  notes: [
    'Roof inspected, hail hits on the south slope. Photos sent to the adjuster.',
    'Wants the estimate split: shingles now, gutters in spring.',
    'Insurance approved. Waiting for the deductible before ordering.',
    'Prefers a call after 5 pm. Gate code needed on site.',
    'Compared us with two other bids; price is fine, asked about the warranty.',
    'Left a voicemail. Try again on Thursday.',
  ],
  fields: [
    { key: 'roofType', label: 'Roof type', type: 'select', options: roofs, position: 1 },
    { key: 'squares', label: 'Roof size (squares)', type: 'number', position: 2 },
  ],
  phone: (random) => `+1${one(random, ['303', '720', '970'])}555${digits(random, 4)}`,
  value: (random) => 1500 + random() ** 2 * 38_000,
  customFields: (random) => (random() < 0.7 ? { roofType: one(random, roofs), squares: 12 + Math.floor(random() * 40) } : {}),
};

const insurers = ['Sanitas', 'Adeslas', 'DKV', 'Mapfre', 'None'];
const dental: Scene = {
  count: 260,
  zone: 'Europe/Madrid',
  currency: 'EUR',
  firstNames:
    'Lucía Hugo Martina Pablo Sofía Álvaro Carmen Diego Elena Javier Marta Raúl Irene Sergio Nuria Andrés Pilar Iván Begoña Óscar Fátima Youssef Claudia Rubén'.split(
      ' ',
    ),
  lastNames: [
    'García López',
    'Fernández Ruiz',
    'Martín Sanz',
    'Sánchez Gil',
    'Pérez Vega',
    'Gómez Prieto',
    'Jiménez Núñez',
    'Moreno Díaz',
    'Muñoz Castro',
    'Álvarez Ortega',
    'Romero Blanco',
    'Navarro Rubio',
    'Torres Molina',
    'Domínguez Peña',
    'Ramos Iglesias',
    'El Amrani',
  ],
  companyShare: 0.08,
  companies: ['Colegio San Isidro', 'Residencia Los Olmos', 'Club Deportivo Retiro', 'Guardería Pinocho'],
  positions: ['Director', 'Nurse', 'Administrator', 'Coach'],
  sources: ['Referral', 'Website', 'Google Maps', 'School check-up', 'Walk-in', 'Insurance list'],
  tags: ['implant', 'orthodontics', 'check-up', 'anxious', 'child', 'whitening'],
  notes: [
    'First visit done, treatment plan sent by mail.',
    'Asked for a morning appointment; works in the afternoon.',
    'Allergic to penicillin, written in the chart.',
    'Wants to pay the implant in instalments.',
    'Reminder for the six-month check-up sent.',
    'Son starts orthodontics in September; family discount agreed.',
  ],
  fields: [
    { key: 'insurer', label: 'Insurer', type: 'select', options: insurers, position: 1 },
    { key: 'lastVisit', label: 'Last visit', type: 'date', position: 2 },
  ],
  phone: (random) => `+346${digits(random, 8)}`,
  value: (random) => 60 + random() ** 3 * 5200,
  customFields: (random) =>
    random() < 0.8
      ? {
          insurer: one(random, insurers),
          lastVisit: `2026-${String(1 + Math.floor(random() * 10)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`,
        }
      : {},
};

/** The dental practice for the tenant of that name, the roofing firm for any other. */
export const sceneOf = (slug: string): Scene => (slug.includes('dental') ? dental : roofing);
