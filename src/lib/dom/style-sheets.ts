/**
 * Resolves once every style sheet that the page names has been loaded, or couldn't be. The page's own script doesn't wait
 * for them, and neither does what is painted before it.
 */
export async function styleSheetsSettled(): Promise<void> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')
  await Promise.all([...links].map(settled))
}

function settled(link: HTMLLinkElement): Promise<void> {
  // src/app/shell/early.js makes style sheets count once they are there, and notes the failures.
  if ((link.sheet !== null && link.sheet.media.mediaText !== 'not all') || 'failed' in link.dataset)
    return Promise.resolve()
  return new Promise((resolve) => {
    link.onload = link.onerror = () => resolve()
  })
}
