/** Teams, clusters, apps and components come and go slowly, and every page below reads them: milliseconds. */
export const listStaleMs = 60_000

/** Ports and rules are what people come to see: fresh for a moment only, so that mounting twice reads once. */
export const portsStaleMs = 2_000
