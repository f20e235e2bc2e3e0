/**
 * The path below which this Portdeck is served, without a slash at the end: `/portdeck`, or empty at the root of its
 * origin. The gateway writes it into the page (`data-base-path`). Everywhere else in the app paths are without it: it is
 * added to requests, links and the address bar, and removed from the address bar. Empty in development and in unit tests.
 */
export const basePath = (import.meta.env.PROD && document.documentElement.dataset['basePath']) || ''
