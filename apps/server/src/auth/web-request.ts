import type { FastifyReply, FastifyRequest } from 'fastify';
import { addressHeader } from './engine.ts';

/** The request's headers as the library reads them, with the address as our server understands it. */
export const libraryHeaders = (request: Pick<FastifyRequest, 'headers' | 'ip'>): Headers => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string' && name !== 'content-length') headers.set(name, value);
  headers.set(addressHeader, request.ip);
  return headers;
};

/** Hands on the cookies that the library wants set. */
export const passCookies = (reply: FastifyReply, headers: Headers): void => {
  for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie);
};
