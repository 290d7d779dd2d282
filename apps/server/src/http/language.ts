import type { FastifyRequest } from 'fastify';
import type { Language } from '@suanjian/rulebook';

declare module 'fastify' {
  interface FastifyRequest {
    language: Language;
  }
}

const asLanguage = (value: unknown): Language | undefined => (value === 'zh' || value === 'en' ? value : undefined);

const accepted = (header: string | undefined): Language | undefined => {
  for (const part of (header ?? '').split(',')) {
    const tag = part.trim().slice(0, 2).toLowerCase();
    const language = asLanguage(tag);
    if (language !== undefined) return language;
  }
  return undefined;
};

/** By address first (`/en/…`, `?lang=en`), then as remembered, then as the browser prefers; Chinese when nothing says otherwise. */
export const languageOf = (
  request: Pick<FastifyRequest, 'url' | 'headers' | 'cookies'> & { readonly query?: unknown },
): Language => {
  const [, first] = request.url.split('?')[0]?.split('/') ?? [];
  const query =
    typeof request.query === 'object' && request.query !== null && 'lang' in request.query
      ? request.query.lang
      : undefined;
  return (
    asLanguage(first) ??
    asLanguage(query) ??
    asLanguage(request.cookies['language']) ??
    accepted(request.headers['accept-language']) ??
    'zh'
  );
};
