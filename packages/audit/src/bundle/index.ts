/** What the receiver of a bundle needs: its shape, and whether a known key signed it. */
export { bundleSchema, type Bundle, type BundledResult, type BundledUnit } from './bundle-schema.ts';
export { verifyBundle, type BundleCheck } from './signed-bundle.ts';
