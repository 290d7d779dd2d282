import type { PublishedContent } from '@suanjian/matters';
import type { ServerConfig } from '../config.ts';
import type { Sought } from './page.ts';

const mostAddresses = 5;

/** Of the products, the sites: what an app shows cannot be visited. */
export const siteAddresses = ({ products }: Pick<PublishedContent, 'products'>): readonly string[] => {
  const addresses = products.flatMap(({ forms, address }) =>
    forms.includes('website') && address !== undefined && /^https?:\/\//iu.test(address) ? [address] : [],
  );
  return [...new Set(addresses)].slice(0, mostAddresses);
};

/** What the site of a public record has to show. Taken from what is public alone. */
export const soughtOf = (
  { number, content: { disclosure } }: { readonly number: string; readonly content: PublishedContent },
  { publicAddress, officialRegister }: Pick<ServerConfig, 'publicAddress' | 'officialRegister'>,
): Sought => ({
  number,
  records: ['', '/en', '/zh'].map((language) => new URL(`${language}/register/${number}`, publicAddress).href),
  ...(officialRegister === undefined ? {} : { officialRegister }),
  statements:
    disclosure === undefined
      ? []
      : [disclosure.basicPrinciple, disclosure.operatingMechanism, disclosure.purpose].filter((said) => said !== ''),
  ...(disclosure?.publishedAt === undefined ? {} : { publishedAt: disclosure.publishedAt }),
});
