declare const brand: unique symbol;

/** A string that has been checked to be what its name says. Only the parser of that kind makes one. */
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };
