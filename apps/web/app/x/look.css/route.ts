import { hostCss } from '../../../../../core/web/theme/tokens.ts';
import { getFront } from '../../../server/front.ts';

/** The brand's tokens for what plugins' scripts draw on foreign pages. Everybody may see them: they are on the sign-in page too. */
export async function GET(): Promise<Response> {
  const front = await getFront();
  const headers = { 'content-type': 'text/css; charset=utf-8', 'access-control-allow-origin': '*' };
  return front.state === 'open' ? new Response(hostCss(front.tenant.brand), { headers }) : new Response('', { status: 404, headers });
}
