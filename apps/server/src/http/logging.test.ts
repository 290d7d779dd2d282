import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { installErrors } from './errors.ts';
import { loggerOptions, stackPositions } from './logging.ts';

describe('log lines', () => {
  it('tell where an error came from and nothing that somebody entered', async () => {
    const lines: string[] = [];
    const app = Fastify({ logger: loggerOptions({ level: 'info', stream: { write: (line) => lines.push(line) } }) });
    app.decorateRequest('language', 'zh');
    installErrors(app);
    app.get('/fails/:id', async () => {
      throw new Error('invalid input: 13800138000\nand a second line with 张三');
    });
    const answer = await app.inject({
      method: 'GET',
      url: '/fails/13800138000?name=李四',
      headers: { cookie: 'session=secret', authorization: 'Bearer secret' },
    });
    expect(answer.statusCode).toBe(500);
    await app.close();
    const log = lines.join('');
    expect(log).toContain('/fails/:id');
    expect(log).toContain('logging.test.ts');
    for (const personal of ['13800138000', '张三', '李四', 'secret', encodeURIComponent('李四')])
      expect(log + answer.body).not.toContain(personal);
  });

  it('survive what is no error', () => expect(stackPositions('just words')).toBe(''));
});
