/** The id of the page's main content, where the skip link leads. */
export const contentId = 'content'
