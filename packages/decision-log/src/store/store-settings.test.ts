import { describe, expect, it } from 'vitest';
import { openStore } from './open-store.ts';
import { storeOptions } from './store-settings.ts';
import { StoreFault } from './store-fault.ts';

describe('storeOptions', () => {
  it('keeps the store here when no address is given', () => {
    expect(storeOptions({ CLICKHOUSE_URL: '' }, '/data/log', { memoryBytes: 5 })).toEqual({
      kind: 'embedded',
      folder: '/data/log',
      memoryBytes: 5,
    });
  });

  it('takes user and password from the address, or else from their own settings', () => {
    expect(
      storeOptions(
        {
          CLICKHOUSE_URL: 'https://a:p%40ss@one:8443, http://two:8123/path',
          CLICKHOUSE_USER: 'b',
          CLICKHOUSE_PASSWORD: 'q',
          CLICKHOUSE_CLUSTER: 'prod',
          CLICKHOUSE_AUDITOR_URL: 'https://reader:r@one:8443',
        },
        '/unused',
      ),
    ).toEqual({
      kind: 'remote',
      nodes: [
        { url: 'https://one:8443', user: 'a', password: 'p@ss' },
        { url: 'http://two:8123/path', user: 'b', password: 'q' },
      ],
      cluster: 'prod',
      auditor: { url: 'https://one:8443', user: 'reader', password: 'r' },
    });
  });

  it.each(['one:8123', 'tcp://one:9000', 'secret-password'])('refuses %s without repeating it', (address) => {
    try {
      storeOptions({ CLICKHOUSE_URL: address }, '/unused');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(StoreFault);
      expect(error).toMatchObject({ kind: 'configuration', message: expect.not.stringContaining(address) });
    }
  });

  it('wants the name of the cluster when there are several addresses', async () => {
    const options = storeOptions({ CLICKHOUSE_URL: 'http://one:1,http://two:1' }, '/unused');
    await expect(openStore(options)).rejects.toMatchObject({ kind: 'configuration' });
  });
});
