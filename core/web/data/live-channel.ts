import { renewSession } from '../api-client/session.ts';
import type { LiveState, Topics } from './live-topics.ts';

/**
 * Opens the tab's connection and keeps it: it comes back by itself and resumes where it stopped.
 * @param from the id of the last message that what is on the screen already knows of
 * @returns closes it
 */
export const openLive = (topics: Topics, from: string | null, report: (state: LiveState) => void): (() => void) => new LiveChannel(topics, from ?? '', report).start();

class LiveChannel {
  private source: EventSource | null = null;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly topics: Topics,
    private lastId: string,
    private readonly report: (state: LiveState) => void,
  ) {}

  start(): () => void {
    this.topics.added = (topic) => this.source?.addEventListener(topic, this.receive);
    this.open();
    return () => {
      this.topics.added = undefined;
      clearTimeout(this.timer);
      this.source?.close();
      this.source = null;
    };
  }

  private open(): void {
    const source = new EventSource(`/api/v1/live${this.lastId ? `?lastEventId=${encodeURIComponent(this.lastId)}` : ''}`);
    this.source = source;
    source.onopen = () => {
      this.failures = 0;
      this.report('open');
    };
    source.onmessage = this.receive;
    source.onerror = () => {
      this.report('lost');
      // The browser repeats dropped connections by itself and gives up on refusals (401, 503): those are ours to repeat.
      if (source.readyState === EventSource.CLOSED) this.later();
    };
    for (const topic of this.topics.handlers.keys()) source.addEventListener(topic, this.receive);
  }

  private later(): void {
    this.failures += 1;
    const wait = Math.min(30_000, 1000 * 2 ** this.failures) * (0.5 + Math.random() / 2);
    this.timer = setTimeout(async () => {
      if (this.failures === 1) await renewSession();
      if (this.source) this.open();
    }, wait);
  }

  private readonly receive = (event: MessageEvent<string>): void => {
    if (event.lastEventId) this.lastId = event.lastEventId;
    let data: unknown;
    try {
      data = JSON.parse(event.data);
    } catch {
      return;
    }
    this.topics.handlers.get(event.type)?.forEach((handler) => handler(data));
  };
}
