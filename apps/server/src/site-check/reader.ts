import { text, type Text } from '@suanjian/rulebook';
import { OutboundFault, outboundWords, type OutboundFaultCode } from '../outbound/faults.ts';
import type { Outbound, OutboundAnswer } from '../outbound/outbound.ts';
import type { SeenPage } from './page.ts';

export type PageFaultCode = OutboundFaultCode | 'status' | 'not-a-page';

const words = {
  status: text(
    '网站答复出错（HTTP 状态不是 2xx）。',
    'The site answered with an error (an HTTP status other than 2xx).',
  ),
  'not-a-page': text('地址上不是网页。', 'What stands at the address is no web page.'),
} as const;

/** Why a page could not be read. */
export class PageFault extends Error {
  readonly code: PageFaultCode;

  constructor(code: PageFaultCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

const isOwn = (code: string): code is keyof typeof words => code in words;

/** Codes are kept for years: one that is not known any more is said as it stands. */
export const pageFaultWords = (code: string): Text => {
  if (isOwn(code)) return words[code];
  const known = outboundWords(code as OutboundFaultCode) as Text | undefined;
  return known ?? text(code, code);
};

export interface ReadPage extends SeenPage {
  /** A PNG of at most 1 MB. */
  readonly screenshot?: Uint8Array;
}

/** Reads pages for one visit, and remembers nothing for the next. */
export interface SiteReader {
  readonly way: 'browser' | 'without-script';
  /** @param around digits to be seen in the picture; without them none is taken. @throws PageFault */
  read(address: string, around?: string): Promise<ReadPage>;
  close(): Promise<void>;
}

export const acceptedAsPage = 'text/html,application/xhtml+xml,*/*;q=0.1';
const mostPageBytes = 4 * 1024 * 1024;

/** The document at an address: a page, whole, after redirects that were each checked. @throws PageFault */
export const fetchPage = async (
  outbound: Pick<Outbound, 'fetch'>,
  address: string,
  signal: AbortSignal,
): Promise<OutboundAnswer> => {
  let answer: OutboundAnswer;
  try {
    answer = await outbound.fetch({
      address,
      headers: { accept: acceptedAsPage, 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5' },
      mostBytes: mostPageBytes,
      mostRedirects: 5,
      signal,
    });
  } catch (error) {
    if (error instanceof OutboundFault) throw new PageFault(error.code, { cause: error });
    throw error;
  }
  if (answer.status < 200 || answer.status > 299) throw new PageFault('status');
  if (answer.type !== undefined && !/^\s*(?:text\/html|application\/xhtml\+xml)\b/iu.test(answer.type))
    throw new PageFault('not-a-page');
  return answer;
};
