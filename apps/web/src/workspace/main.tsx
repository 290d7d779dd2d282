import './workspace.css';
import './strict-policy.ts';

// Only now may modules be read that make schemas as they load.
await import('./start.tsx');
