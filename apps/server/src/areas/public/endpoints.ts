import type { Endpoint } from '@suanjian/web';

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
}

const operationIn = (item: unknown, method: string): Operation | undefined =>
  typeof item === 'object' && item !== null && method in item
    ? (item as Readonly<Record<string, Operation>>)[method]
    : undefined;

/** The endpoints of an OpenAPI document, by tag, then address. */
export const endpointsOf = (document: object): readonly Endpoint[] => {
  const paths: unknown = 'paths' in document ? document.paths : {};
  const endpoints = Object.entries((paths ?? {}) as Readonly<Record<string, unknown>>).flatMap(([path, item]) =>
    methods.flatMap((method): readonly Endpoint[] => {
      const operation = operationIn(item, method);
      if (operation === undefined) return [];
      return [{ method, path, summary: operation.summary ?? '', tag: operation.tags?.[0] ?? '' }];
    }),
  );
  const key = ({ tag, path, method }: Endpoint): string => `${tag === 'public' ? '' : tag} ${path} ${method}`;
  return endpoints.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
};
