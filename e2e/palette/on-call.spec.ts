import { scaleSeed } from '../../emulator/seeds/scale'
import { signInAtScale } from '../support/all-ports'
import { slowProcessor } from '../support/browser'
import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { holdAnswers } from '../support/held-answers'
import { openPalette, paletteOf, rowOf } from '../support/palette'
import { untilFetched } from '../support/parts'
import { openPorts } from '../support/ports-page'
import { portsPath } from '../support/world'

const thousand = scaleSeed({ components: 1000, portsPerComponent: 20 })
const clusterPath = '/teams/shop/regions/east/apps'

test('component and port, typed at once and entered, lead to the row', async ({ page }) => {
  const { release } = await holdAnswers(page, '**/assets/Palette-*.js')
  await page.goto(clusterPath)
  await expect(page.getByRole('link', { name: /Storefront/ })).toBeVisible()
  const calls = listen(page)
  // Before the palette, any list or any port is loaded.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('orders-db 3306')
  await page.keyboard.press('Enter')
  release()
  await expect(rowOf(page, 3306)).toBeFocused()
  await expect(page).toHaveURL(/\/services\/[^/]+\/ports\?port=3306$/)
  await expect(paletteOf(page).dialog).toBeHidden()
  // The lists of four apps, and the ports of the one component that matches; its page reads them again when it opens.
  expect([calls.reads('apps'), calls.reads('services')]).toEqual([0, 4])
  expect(calls.reads('ports')).toBeLessThanOrEqual(2)
})

test('a port of another component than that on the screen is found by its parts', async ({ page }) => {
  await openPorts(page, 'web')
  const { field, options } = await openPalette(page)
  await field.fill('back 8080')
  await expect(options).toHaveText([/^console 8080.*Online shop › East › Back office/])
  await field.fill('console:8080')
  await expect(options.first()).toHaveText(/^console 8080/)
  await page.keyboard.press('Enter')
  await expect(rowOf(page, 8080)).toBeFocused()
})

test('the same port again focuses its row again', async ({ page }) => {
  await page.goto(`${portsPath('orders-db')}?port=33060`)
  await expect(rowOf(page, 33060)).toBeFocused()
  const palette = await openPalette(page)
  await palette.field.fill('orders-db 33060')
  await expect(palette.active).toHaveText(/^orders-db 33060/)
  await page.keyboard.press('Enter')
  await expect(palette.dialog).toBeHidden()
  await expect(rowOf(page, 33060)).toBeFocused()
})

test('a link to a port shows it whatever the filter, until that is changed', async ({ page }) => {
  await page.goto(`${portsPath('web')}?filter=metrics&port=9000`)
  await expect(rowOf(page, 9000)).toBeFocused()
  await expect(rowOf(page, 8081)).toBeVisible()
  await page.getByRole('textbox', { name: 'Filter ports' }).fill('admin')
  await expect(rowOf(page, 9000)).toBeHidden()
  await expect(page).toHaveURL(/\?filter=admin$/)
})

test.describe('on a slow machine, nothing that is typed is lost', () => {
  const typed = 'orders-db 3306 and every letter that comes after it'

  test('when the palette takes over from what stands in for it', async ({ page }) => {
    const { release } = await holdAnswers(page, '**/assets/Palette-*.js')
    await openPorts(page, 'web')
    await slowProcessor(page, 6)
    await page.keyboard.press('Control+k')
    await page.keyboard.type(typed.slice(0, 1))
    release()
    await page.keyboard.type(typed.slice(1), { delay: 8 })
    await expect(paletteOf(page).field).toHaveValue(typed)
  })

  test.describe('fetched ahead', () => {
    test.use({ fetchesAhead: true })

    test('when it opens', async ({ page }) => {
      await openPorts(page, 'web')
      await untilFetched(page, ['Palette'])
      await slowProcessor(page, 6)
      await page.keyboard.press('Control+k')
      await page.keyboard.type(typed)
      await expect(paletteOf(page).field).toHaveValue(typed)
    })
  })
})

test('its keys are heard from the moment its button is there', async ({ page }) => {
  await page.addInitScript(() => {
    const pressOnce = new MutationObserver(() => {
      const button = document.querySelector('[aria-keyshortcuts="Control+K"]')
      if (!button) return
      pressOnce.disconnect()
      button.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }))
    })
    pressOnce.observe(document, { childList: true, subtree: true })
  })
  await page.goto(clusterPath)
  await expect(paletteOf(page).field).toBeFocused()
})

test('a link to a port that is gone says so beside the others', async ({ page }) => {
  await page.goto(`${portsPath('orders-db')}?port=3307`)
  await expect(page.getByText('Port 3307 doesn’t exist. It may have been deleted.')).toBeVisible()
  await expect(rowOf(page, 3306)).toBeVisible()
})

test('the row is focused where the ports of the component are more than are rendered', async ({
  page,
  rainbond,
}) => {
  await page.context().clearCookies()
  await signInAtScale(page, rainbond, scaleSeed({ components: 1, portsPerComponent: 300 }))
  const palette = await openPalette(page)
  await palette.field.fill('component 8250')
  await expect(palette.active).toHaveText(/ 8250/)
  await page.keyboard.press('Enter')
  await expect(rowOf(page, 8250)).toBeFocused()
  await expect(rowOf(page, 8250)).toBeInViewport()
})

test.describe('a thousand components', () => {
  test.use({ signedIn: false })

  test('their names are found as soon as they are read, and their ports once asked for', async ({
    page,
    rainbond,
  }) => {
    await signInAtScale(page, rainbond, thousand)
    const calls = listen(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('component 777 8013')
    await page.keyboard.press('Enter')
    await expect(rowOf(page, 8013)).toBeFocused()
    await expect(page.getByRole('heading', { name: /component 777/ })).toBeVisible()
    expect(calls.reads('services')).toBe(40)

    await openPalette(page)
    await page.keyboard.type('component 778')
    await expect(paletteOf(page).active).toHaveText(/^component 778/)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /component 778/ })).toBeVisible()
    expect(calls.reads('services')).toBe(40)
  })
})
