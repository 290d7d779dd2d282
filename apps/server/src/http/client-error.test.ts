import { connect } from 'node:net';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { clientErrorHandler } from './client-error.ts';

it('answers an address with raw Chinese in it with a problem that says what to do', async () => {
  const app = Fastify({ clientErrorHandler });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const answer = await new Promise<string>((resolve, reject) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('GET /register?q=抖音 HTTP/1.1\r\nhost: localhost\r\n\r\n'),
    );
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (received += chunk));
    socket.on('end', () => resolve(received));
    socket.on('error', reject);
  });
  await app.close();
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain('application/problem+json');
  expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))).toMatchObject({
    status: 400,
    type: '/api/problems/unreadable',
  });
});
