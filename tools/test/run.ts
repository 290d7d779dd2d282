// `npm test`: everything, in the order in which a fault is cheapest to find.
import { main } from './main.ts';
import { browser } from './steps/browser.ts';
import { staticSteps } from './steps/static.ts';
import { unit } from './steps/unit.ts';

await main([...staticSteps, unit, browser], [unit.name]);
