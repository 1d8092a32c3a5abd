import fc from 'fast-check';
import { seek } from './seek.ts';

interface Row {
  id: number;
  name: string;
}

/** Judges a Prisma `where` of the operators that seek uses. */
function holds(where: any, row: any): boolean {
  if (where.OR) return where.OR.some((part: any) => holds(part, row));
  if (where.AND) return where.AND.every((part: any) => holds(part, row));
  return Object.entries(where).every(([field, condition]: [string, any]) => {
    if (typeof condition !== 'object') return row[field] === condition;
    return 'gt' in condition ? row[field] > condition.gt : row[field] < condition.lt;
  });
}

describe('seek', () => {
  it('visits every row once, in order, whatever the page size and however many names are equal', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom<'asc' | 'desc'>('asc', 'desc'),
        (names, limit, direction) => {
          const sign = direction === 'asc' ? 1 : -1;
          const rows: Row[] = names.map((name, index) => ({ id: index + 1, name }));
          rows.sort((x, y) => sign * (x.name < y.name ? -1 : x.name > y.name ? 1 : x.id - y.id));
          const seen: Row[] = [];
          let cursor: string | undefined;
          for (let pages = 0; pages <= 41; pages++) {
            const step = seek({ sort: [{ field: 'name', direction }], cursor, limit });
            const page = step.page(rows.filter((row) => holds(step.where, row)).slice(0, step.take));
            seen.push(...page.items);
            if (!page.nextCursor) break;
            cursor = page.nextCursor;
          }
          expect(seen).toEqual(rows);
        },
      ),
    );
  });

  it('refuses a cursor of another order, of another type, and one that is noise', () => {
    const { nextCursor } = seek({ sort: [{ field: 'name', direction: 'asc' }], limit: 1 }).page([
      { id: 1, name: 'a' },
      { id: 2, name: 'b' },
    ]);
    const forged = Buffer.from(JSON.stringify(['name:asc,id:asc', { not: 'x' }, 1])).toString('base64url');
    expect(() => seek({ sort: [{ field: 'name', direction: 'desc' }], cursor: nextCursor!, limit: 1 })).toThrow(/no longer valid/);
    expect(() => seek({ sort: [{ field: 'name', direction: 'asc' }], cursor: forged, limit: 1 })).toThrow(/no longer valid/);
    fc.assert(fc.property(fc.string(), (noise) => expect(() => seek({ sort: [{ field: 'name', direction: 'asc' }], cursor: noise || 'x', limit: 1 })).toThrow(/no longer valid/)));
  });
});
