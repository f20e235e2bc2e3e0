/**
 * Returns the markup of a style sheet that the browser fetches at once without keeping back the first paint for it.
 * `src/app/shell/early.js` makes it count once it is there. In the body it wouldn't keep it back either, but would count after
 * those that come later, and each of them would make the browser style and lay out the whole page again.
 * @param href as in an attribute
 */
export const lateStyles = (href: string): string =>
  `<link rel="preload" as="style" crossorigin href="${href}"><link rel="stylesheet" crossorigin media="not all" href="${href}">`
