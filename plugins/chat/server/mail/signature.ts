import { createHmac, timingSafeEqual } from 'node:crypto';
import { problem } from '@loctelli/core/server';
import { chatErrors } from '../../contract.ts';

const toleranceSeconds = 300;

/** Throws chat.wrong-signature unless the header is `t=<seconds>,v1=<hex>` of these bytes under the secret, and recent. */
export function demandMailSigned(header: string | undefined, body: Buffer, secret: string | undefined, now = Date.now()): void {
  const [, time, hex] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (!secret || !time || !hex) throw problem(chatErrors.wrongSignature);
  const right = createHmac('sha256', secret).update(`${time}.`).update(body).digest();
  const isRight = timingSafeEqual(right, Buffer.from(hex, 'hex'));
  if (!isRight || Math.abs(now / 1000 - Number(time)) > toleranceSeconds) throw problem(chatErrors.wrongSignature);
}
