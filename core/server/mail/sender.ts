/** The brand's sender when it is an address, otherwise its words before an address on the tenant's own host. */
export function senderOf(sender: string, host: string): { name: string; address: string } {
  const [, name, address] =
    /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(sender) ??
    (/^\S+@\S+$/.test(sender) ? [sender, '', sender] : [sender, sender, `no-reply@${host}`]);
  return { name: name ?? '', address: address! };
}
