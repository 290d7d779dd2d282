import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import { problemType } from './problem.ts';

const details = {
  zh: '请求不符合 HTTP 格式。地址里的中文等字符要先做百分号编码，例如 %E6%8E%A8。',
  en: 'The request is not well-formed HTTP. Characters such as Chinese must be percent-encoded in an address, for example %E6%8E%A8.',
};

/** What cannot even be parsed never reaches a route: it gets its problem here, straight onto the socket. */
export const clientErrorHandler = (error: Error & { readonly code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = JSON.stringify({
    type: problemType('unreadable'),
    status,
    title: STATUS_CODES[status],
    detail: `${details.zh} ${details.en}`,
    details,
  });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
};
