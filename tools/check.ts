// `npm run check`: what can be said without running the project.
import { main } from './test/main.ts';
import { staticSteps } from './test/steps/static.ts';

await main(staticSteps, []);
