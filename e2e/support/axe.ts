import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Checks the page, or the `part` of it that matches a selector. */
export async function expectAccessible(page: Page, part = 'html') {
  // What fades in has too little contrast meanwhile.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  // The page has no frames. Collecting their results on a separate page would take seconds.
  const scan = new AxeBuilder({ page }).setLegacyMode().include(part)
  // Describing what passes takes up to two fifths of a scan.
  scan.options({ resultTypes: ['violations'] })
  // A scan of all rules takes seconds. The dark scheme can only break contrast, so it is scanned for nothing else.
  if (await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)) {
    scan.withRules(['color-contrast', 'link-in-text-block'])
  } else {
    scan.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // Colors don't depend on the language, and take most of the time.
    if (await page.evaluate(() => document.documentElement.lang !== 'en'))
      scan.disableRules(['color-contrast'])
  }
  const { violations } = await scan.analyze()
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([])
}
