import { problem } from '@loctelli/core/server';
import { bookingErrors } from '../../contract.ts';

/**
 * Refuses what cannot be a number: whether it is one in the tenant's country is found out by the clients' plugin, which keeps it in
 * international form. Throws bookings.wrong-phone.
 */
export function demandPhone(text: string, path: string): void {
  const digits = text.replace(/\D/g, '').length;
  if (!/^[\d\s+()./-]+$/.test(text) || digits < 5 || digits > 17) throw problem(bookingErrors.wrongPhone, undefined, [{ path, code: 'phone', message: bookingErrors.wrongPhone.detail }]);
}
