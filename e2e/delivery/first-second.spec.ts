import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { openPorts, switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

test('what a slow console has answered is shown, and nothing is asked for twice', async ({
  page,
  rainbond,
}) => {
  await rainbond.fail({ fault: 'slow', latencyMs: 3000, method: 'GET', path: '**/services/*/ports' })
  const calls = listen(page)
  await page.goto(portsPath('web'), { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('web')
  await expect(switchOf(page, 'Internal', 8080)).toBeHidden()
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
  expect(calls.sent()).toEqual([])
})

test.describe('signed out meanwhile', () => {
  test.use({ provokesFailures: true })

  test('a session that has ended shows the sign-in page, with no answers of the last person', async ({
    page,
    context,
  }) => {
    await openPorts(page, 'web')
    await context.clearCookies()
    const document = await page.goto(portsPath('web'))
    expect(await document?.text()).not.toContain('data-answer')
    await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
  })
})

test('the style sheets of the page count in their order, those of later parts after them', async ({
  page,
}) => {
  await openPorts(page, 'web')
  const media = async () =>
    new Set(
      await page.evaluate(() =>
        [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(
          ({ sheet, parentNode }) => `${parentNode?.nodeName} ${sheet?.media.mediaText}`,
        ),
      ),
    )
  // One that still loads has no sheet yet.
  await expect.poll(media).toEqual(new Set(['HEAD all', 'HEAD ']))
})
