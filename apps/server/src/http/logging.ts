import type { FastifyServerOptions } from 'fastify';

/** Where an error came from, without its message: messages may hold what people entered. */
export const stackPositions = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .join('\n')
    : '';

/** Structured logs without personal data: the path without its query, no address, no header, no body, no name. */
export const loggerOptions = ({
  level,
  stream,
}: {
  readonly level: string;
  readonly stream?: { write(line: string): void };
}): Exclude<FastifyServerOptions['logger'], boolean | undefined> => ({
  level,
  base: null,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  serializers: {
    req: ({ method, routeOptions }) => ({ method, route: routeOptions?.url ?? 'unknown' }),
    res: ({ statusCode }) => ({ status: statusCode }),
    // The reader of uploads tells its whole options, headers with cookies among them.
    busboyOptions: () => undefined,
    err: (error) => ({ type: error.name, message: '', stack: stackPositions(error) }),
  },
  ...(stream === undefined ? {} : { stream }),
});
