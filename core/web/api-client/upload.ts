/** Sends a request and tells how far its body is: what `fetch` cannot do yet. Rejects as `fetch` does. */
export function upload(request: Request, body: BodyInit | undefined, onProgress: (share: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sent = new XMLHttpRequest();
    sent.open(request.method, request.url);
    sent.responseType = 'blob';
    // The boundary of a form is in a header that the browser writes anew.
    request.headers.forEach((value, name) => (name === 'content-type' && body instanceof FormData) || sent.setRequestHeader(name, value));
    sent.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && total > 0 && onProgress(loaded / total);
    sent.onload = () => resolve(new Response(sent.status === 204 ? null : (sent.response as Blob), { status: sent.status, statusText: sent.statusText, headers: headersOf(sent) }));
    sent.onerror = () => reject(new TypeError('Network request failed'));
    sent.onabort = () => reject(new DOMException('The request was given up.', 'AbortError'));
    request.signal.addEventListener('abort', () => sent.abort());
    if (request.signal.aborted) sent.abort();
    else sent.send(body as XMLHttpRequestBodyInit | undefined);
  });
}

function headersOf(sent: XMLHttpRequest): Headers {
  const headers = new Headers();
  for (const line of sent.getAllResponseHeaders().trim().split(/[\r\n]+/)) {
    const cut = line.indexOf(':');
    if (cut > 0) headers.append(line.slice(0, cut).trim(), line.slice(cut + 1).trim());
  }
  return headers;
}
