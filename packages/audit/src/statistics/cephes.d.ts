// The package keeps its types where its own export map hides them; these are the functions we call.
declare module 'cephes' {
  export const compiled: Promise<void>;
  export function erfc(x: number): number;
  export function igam(shape: number, x: number): number;
  export function igamc(shape: number, x: number): number;
  export function incbet(a: number, b: number, x: number): number;
  export function lgam(x: number): number;
  export function ndtri(probability: number): number;
}
