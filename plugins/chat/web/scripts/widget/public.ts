/** Who the page says its visitor is. `hash` is the hex HMAC-SHA256 of `externalId` under the identity secret, made on the page's server. */
export interface Identity {
  externalId: string;
  hash: string;
  email?: string;
  name?: string;
}

export interface ChatEvents {
  open: undefined;
  close: undefined;
  /** An answer came. */
  message: { text: string; author: string | null };
  /** How many answers the visitor has not seen. */
  unread: number;
}

/** `window.chatWidget`: what a page may do with the chat. `chat-widget-ready` is dispatched at the document once it is there. */
export interface ChatWidget {
  open(): void;
  close(): void;
  /** Says who the visitor is; null when they signed out, after which this browser knows nothing of the conversation any more. */
  identify(identity: Identity | null): void;
  /** What it returns stops the listening. */
  on<Name extends keyof ChatEvents>(name: Name, listener: (detail: ChatEvents[Name]) => void): () => void;
}
