import { z } from 'zod';

/**
 * Header of `POST /chat/mail/inbound`, whose body is the raw mail (`message/rfc822`): `t=<unix seconds>,v1=<hex>`, the hex being HMAC-SHA256
 * over `<t>.<body>` under the secret for incoming mail. Refused when `t` is more than five minutes away.
 */
export const inboundSignatureHeader = 'x-chat-signature';
export const inboundMailResult = z
  .object({
    /** `ignored`: a machine's own words, such as an absence notice. `bounced`: a message of ours did not arrive. */
    outcome: z.enum(['received', 'bounced', 'ignored']),
    /** Whether it had come before, which then changed nothing. */
    duplicate: z.boolean(),
  })
  .meta({ id: 'InboundMailResult' });
export type InboundMailResult = z.infer<typeof inboundMailResult>;
