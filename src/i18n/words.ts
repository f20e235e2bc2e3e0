/** The shape of a set of messages with any text in it, which the other language has to fill. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }
