/** One event of a stream (HTML, 9.2.6). */
export interface StreamEvent {
  id: string | null;
  type: string;
  data: string;
}

/** Cuts what arrives into events. Whatever the pieces it comes in, each event is handed over once, when it is whole. */
export function eventReader(take: (event: StreamEvent) => void): (chunk: string) => void {
  let rest = '';
  let event: StreamEvent = { id: null, type: 'message', data: '' };
  return (chunk) => {
    rest += chunk;
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop()!;
    for (const line of lines) {
      if (line === '') {
        if (event.data || event.type !== 'message') take({ ...event, data: event.data.replace(/\n$/, '') });
        event = { id: null, type: 'message', data: '' };
        continue;
      }
      const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line)!;
      if (field === 'data') event.data += `${value}\n`;
      else if (field === 'event') event.type = value;
      else if (field === 'id') event.id = value;
    }
  };
}
