/** Currencies of countries the product is used in so far; euro where its members are concerned, dollar anywhere else. */
const byCountry: Record<string, string> = {
  ...Object.fromEntries('AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK BG'.split(' ').map((country) => [country, 'EUR'])),
  ...{ GB: 'GBP', CH: 'CHF', CA: 'CAD', AU: 'AUD', NZ: 'NZD', MX: 'MXN', BR: 'BRL', AR: 'ARS', CL: 'CLP', CO: 'COP', PE: 'PEN' },
  ...{
    AE: 'AED',
    SA: 'SAR',
    EG: 'EGP',
    QA: 'QAR',
    KW: 'KWD',
    JO: 'JOD',
    MA: 'MAD',
    IN: 'INR',
    JP: 'JPY',
    CN: 'CNY',
    SE: 'SEK',
    NO: 'NOK',
    DK: 'DKK',
    PL: 'PLN',
  },
};

/** ISO 4217 code a country pays in. */
export const currencyOf = (country: string): string => byCountry[country.toUpperCase()] ?? 'USD';

interface Money {
  value?: number | null | undefined;
  currency?: string | null | undefined;
}

/** The currency to store beside a value: as given, or the tenant's own where there is a value without one. */
export const withCurrency = async ({ value, currency }: Money, own: () => Promise<string>): Promise<{ currency?: string }> =>
  value !== null && value !== undefined && !currency ? { currency: await own() } : {};
