'use client';
import { useEffect, useState } from 'react';

/** A number in groups, as people write it: +34 911 22 33 44. The rules of all countries are fetched when the first one is shown. */
export function usePhone(phone: string | null): string | null {
  const [shown, setShown] = useState<{ of: string; text: string } | null>(null);
  useEffect(() => {
    if (!phone) return;
    let current = true;
    void import('libphonenumber-js/min').then(
      ({ parsePhoneNumberFromString }) => current && setShown({ of: phone, text: parsePhoneNumberFromString(phone)?.formatInternational() ?? phone }),
      () => null,
    );
    return () => {
      current = false;
    };
  }, [phone]);
  return shown?.of === phone ? shown.text : phone;
}
