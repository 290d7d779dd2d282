import type { DataSet } from './figure.ts';
import { amazonOwnBrands } from './sets/amazon-own-brands.ts';
import { compas } from './sets/compas.ts';
import { coordinatedSharing } from './sets/coordinated-sharing.ts';
import { jobAdvertisements } from './sets/fb-job-ad-delivery.ts';
import { fakeStars } from './sets/github-fake-stars.ts';
import { classics } from './sets/hmda-resume-ucb.ts';
import { fakeFollowers } from './sets/instagram-fake-followers.ts';
import { carInsurance } from './sets/mi-auto-insurance.ts';
import { openBandit } from './sets/open-bandit.ts';
import { twitterThrottle } from './sets/twitter-throttle.ts';
import { weiboHotList } from './sets/weibo-hotlist-2025.ts';

/** Functions, because some figures are read from the published tables. */
export const dataSets = (): readonly DataSet[] =>
  [
    amazonOwnBrands,
    compas,
    coordinatedSharing,
    jobAdvertisements,
    fakeStars,
    classics,
    fakeFollowers,
    carInsurance,
    openBandit,
    twitterThrottle,
    weiboHotList,
  ].map((dataSet) => dataSet());
