/** Tells whoever builds the page what is wrong with how the chat is embedded; visitors see nothing of it. */
export function warn(text: string): void {
  // eslint-disable-next-line no-console -- the console is where the page's developer looks
  console.warn(`[chat] ${text}`);
}
