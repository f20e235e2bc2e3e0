/** The shape of a set of messages, with any words in it: what the other language has to fill. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }
