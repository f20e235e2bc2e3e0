/**
 * The path below which this Portdeck is served, without a slash at the end: `/portdeck`, or empty at the root of its
 * origin. The gateway writes it into the page (`data-base-path`). Everywhere else in the app paths are without it: it is
 * added to requests, links and the address bar, and removed from the address bar. Empty in development, in unit tests and on the command line.
 */
export const basePath =
  (typeof document !== 'undefined' && import.meta.env.PROD && document.documentElement.dataset['basePath']) ||
  ''
