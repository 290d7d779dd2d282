import type { SiteFindings } from '@suanjian/records';
import { linksToRecord, noticeLinks, showsNotice, showsNumber } from './find.ts';
import type { SeenPage, Sought } from './page.ts';
import { PageFault, type SiteReader } from './reader.ts';

export interface Visited {
  readonly outcome:
    | { readonly kind: 'read'; readonly findings: SiteFindings }
    | { readonly kind: 'away'; readonly fault: string };
  readonly screenshot?: Uint8Array;
}

/** The first page behind a link that calls itself the notice on which the notice stands. */
const noticeBehind = async (reader: SiteReader, page: SeenPage, sought: Sought): Promise<string | undefined> => {
  for (const { address } of noticeLinks(page, sought))
    try {
      const behind = await reader.read(address);
      if (showsNotice(behind, sought)) return behind.address;
    } catch (error) {
      if (!(error instanceof PageFault)) throw error;
    }
  return undefined;
};

/** One visit to one address: what of number, link and notice stands there. */
export const visitSite = async (reader: SiteReader, address: string, sought: Sought): Promise<Visited> => {
  try {
    const page = await reader.read(address, sought.number);
    const found = { number: showsNumber(page, sought.number), link: linksToRecord(page, sought) };
    const shown = showsNotice(page, sought);
    const noticeAddress = shown ? undefined : await noticeBehind(reader, page, sought);
    const findings: SiteFindings =
      noticeAddress === undefined
        ? { ...found, notice: shown ? 'shown' : 'absent' }
        : { ...found, notice: 'linked', noticeAddress };
    return {
      outcome: { kind: 'read', findings },
      ...(page.screenshot === undefined ? {} : { screenshot: page.screenshot }),
    };
  } catch (error) {
    if (error instanceof PageFault) return { outcome: { kind: 'away', fault: error.code } };
    throw error;
  }
};
