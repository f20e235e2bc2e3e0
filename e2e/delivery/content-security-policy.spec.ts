import type { Page } from '@playwright/test'
import { addPortOf, planOf } from '../support/dialogs'
import { chooseDisplay, closeDisplay } from '../support/display-settings'
import { expect, test } from '../support/fixtures'
import { holdClock } from '../support/held-clock'
import { domainEditorOf, editorOf, expectSettled, openPorts, signIn, switchOf } from '../support/ports-page'
import { locate, portsPath, seed, tokens } from '../support/world'

// A dark browser, with its own scheme and both that a person can choose, covers all schemes.
test.use({ signedIn: false, provokesFailures: true, permissions: ['clipboard-write'], colorScheme: 'dark' })

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The seed, with more ports in `idle` than are rendered at once. */
function worldWithManyPorts(): typeof seed {
  const [first] = seed.ports
  if (!first) throw new Error('The world has no port')
  const many = Array.from({ length: 120 }, (_, index) => ({
    ...first,
    service_id: locate('idle').serviceId,
    container_port: 20_000 + index,
    port_alias: `MANY_${index}`,
  }))
  return { ...seed, ports: [...seed.ports, ...many] }
}

/** Collects the browser's reports of what the policy refuses on `page`. */
async function watchPolicy(page: Page): Promise<string[]> {
  const refused: string[] = []
  await page.exposeFunction('tellRefused', (text: string) => refused.push(text))
  await page.addInitScript(`document.addEventListener('securitypolicyviolation', (event) => tellRefused(
    [event.effectiveDirective, event.blockedURI, event.sourceFile, event.lineNumber, event.sample].join(' ')
  ))`)
  return refused
}

/** Switches through all colour schemes and languages, back to the first. */
async function changeLooks(page: Page) {
  for (const chosen of ['Light', 'Dark', 'Follow system', 'Dark', 'Light', 'Follow system']) {
    await chooseDisplay(page, 'scheme', chosen)
  }
  await chooseDisplay(page, 'language', '中文')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await chooseDisplay(page, 'language', 'English')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await closeDisplay(page)
}

test('no dialog, menu, popover or drawer breaks the policy, whatever the scheme and the language', async ({
  page,
  rainbond,
}) => {
  const refused = await watchPolicy(page)
  const dialog = page.getByRole('dialog')
  const close = async () => {
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }

  await test.step('sign-in, refused and accepted', async () => {
    await page.goto('/teams')
    await signIn(page, 'mistyped')
    await expect(page.getByRole('alert')).toContainText('rejected this token')
    await button(page, 'Show the token').click()
    await changeLooks(page)
    await signIn(page, tokens.ada)
    await expect(page.getByRole('heading', { name: 'Choose a team' })).toBeVisible()
    await page.getByRole('searchbox').fill('zzz')
    await expect(page.getByText('No results for')).toBeVisible()
    await changeLooks(page)
  })

  await test.step('scope bar', async () => {
    await openPorts(page, 'web')
    for (const level of ['Team', 'Cluster', 'App', 'Component']) {
      await page.getByRole('combobox', { name: level, exact: true }).click()
      await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
      await page.keyboard.press('Escape')
    }
    await changeLooks(page)
  })

  await test.step('row menu, addresses, connection variables', async () => {
    await button(page, 'Copy address https://www.shop.test').click()
    await expect(page.getByText('Copied: https://www.shop.test')).toBeVisible()
    await button(page, '+2 more addresses, port 80').click()
    await dialog.getByRole('button', { name: 'Copy address web:80', exact: true }).click()
    await expect(dialog.getByText('Copied', { exact: true })).toBeVisible()
    await close()
    await button(page, 'Actions, port 80').click()
    await page.getByRole('menuitem', { name: 'Connection variables', exact: true }).click()
    await dialog.getByRole('button', { name: 'Copy as .env', exact: true }).click()
    await expect(dialog.getByText('Copied', { exact: true })).toBeVisible()
    await close()
  })

  await test.step('operation log', async () => {
    await rainbond.fail({ fault: 'cluster-unreachable', method: 'GET', path: '**/events' })
    const clock = await holdClock(page)
    await button(page, 'Operation log').click()
    await clock.untilVisible(dialog.getByRole('alert'))
    await expect(dialog.getByRole('alert')).toContainText('The operation log couldn’t be read')
    await rainbond.fail()
    await dialog.getByRole('button', { name: 'Try again', exact: true }).click()
    await page.clock.resume()
    await expect(dialog.getByRole('listitem').first()).toBeVisible()
    await close()
  })

  await test.step('row editors, and a plan with variables', async () => {
    const { editAlias, alias, save, cancel } = editorOf(page, 8080)
    const component = domainEditorOf(page)
    await editAlias.click()
    await alias.fill('wrong')
    await save.click()
    await expect(alias).toHaveAccessibleDescription(/Use capital letters/)
    await changeLooks(page)
    await expect(alias).toHaveValue('wrong')
    await cancel.click()
    await component.editDomain.click()
    await component.domain.fill('front')
    await component.save.click()
    await expect(dialog.getByText('WEB_ADMIN_HOST').first()).toBeVisible()
    await dialog.getByRole('button', { name: 'Show as curl', exact: true }).click()
    await dialog.getByRole('button', { name: /^Copy as curl, step 1/ }).click()
    await expect(dialog.getByText('Copied', { exact: true })).toBeVisible()
    await planOf(page).cancel.click()
    await component.cancel.click()
  })

  await test.step('plans: addresses, losses, a refusal, an undo', async () => {
    const plan = planOf(page)
    await button(page, 'Actions, port 80').click()
    await page.getByRole('menuitem', { name: 'Delete port', exact: true }).click()
    await expect(plan.dialog.getByText('What Undo can’t restore')).toBeVisible()
    await plan.cancel.click()
    await switchOf(page, 'External', 8081).click()
    await expect(plan.dialog.getByText('opens', { exact: true }).first()).toBeVisible()
    await rainbond.fail({ fault: 'cluster-route-binding' })
    await plan.run.click()
    await expect(plan.dialog.getByRole('alert')).toBeVisible()
    await rainbond.fail()
    await plan.resume.click()
    await expectSettled(switchOf(page, 'External', 8081), true)
    await button(page, 'Undo').click()
    await plan.run.click()
    await expectSettled(switchOf(page, 'Internal', 8081), false)
    await expect(button(page, 'Redo')).toBeVisible()
    await changeLooks(page)
    await page.getByRole('button', { name: /^History/ }).click()
    await expect(dialog.getByRole('listitem').first()).toBeVisible()
    for (const colorScheme of ['dark', 'light'] as const) await page.emulateMedia({ colorScheme })
    await close()
  })

  await test.step('adding a risky port, with its plan in the same dialog', async () => {
    const add = addPortOf(page)
    await add.open.click()
    await add.port.fill('6379')
    await add.outer.check()
    await add.submit.click()
    await expect(dialog.getByText('Open external access on port 6379')).toBeVisible()
    await planOf(page).back.click()
    await add.close.click()
  })

  await test.step('a refused switch, a session that ends, ports that cannot be read', async () => {
    await rainbond.fail({ fault: 'cluster-unreachable', method: 'PUT' })
    await switchOf(page, 'Internal', 8081).click()
    await expect(switchOf(page, 'Internal', 8081)).toHaveAccessibleDescription(/cluster/)
    await rainbond.fail({ fault: 'unauthenticated', method: 'PUT', count: 1 })
    await switchOf(page, 'Internal', 8081).click()
    await expect(page.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible()
    await signIn(page, tokens.ada)
    await expect(dialog).toBeHidden()
    await rainbond.fail({ fault: 'licence', method: 'GET', path: '**/services/*/ports' })
    await page.goto(portsPath('orders-db'))
    await expect(page.getByRole('alert')).toContainText('licence')
    await changeLooks(page)
  })

  await test.step('rows in a window, and a page that is not there', async () => {
    await rainbond.start(worldWithManyPorts())
    await rainbond.fail()
    await openPorts(page, 'idle')
    await expect(page.getByRole('grid', { name: 'Ports' })).toHaveAttribute('aria-rowcount', '121')
    // The rows appear a moment after their grid, and without them nothing scrolls.
    await expect(switchOf(page, 'Internal', 20_000)).toBeVisible()
    await page.mouse.wheel(0, 3000)
    await expect(switchOf(page, 'Internal', 20_000)).toBeHidden()
    await page.goto('/nowhere')
    await changeLooks(page)
  })

  expect(refused).toEqual([])
})

test('a violation of the policy is noticed', async ({ context }) => {
  const page = await context.newPage()
  const refused = await watchPolicy(page)
  await page.goto('/')
  await page.evaluate(() => {
    const style = document.createElement('style')
    style.append('p { color: red }')
    const paragraph = document.createElement('p')
    paragraph.setAttribute('style', 'color: red')
    document.body.append(style, paragraph)
    try {
      document.body.insertAdjacentHTML('beforeend', '<p onclick="alert()">')
    } catch {
      // Refused before it is parsed.
    }
  })
  await expect
    .poll(() => refused.map((text) => text.split(' ')[0]).sort())
    .toEqual(['require-trusted-types-for', 'style-src-attr', 'style-src-elem'])
})

test('markup with elements and scripts made of text are refused', async ({ context }) => {
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
  const outcomes = await page.evaluate(() => {
    const attempt = (work: () => unknown) => {
      try {
        work()
        return 'done'
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown'
      }
    }
    const element = document.createElement('div')
    const script = document.createElement('script')
    return {
      markup: attempt(() => (element.innerHTML = '<img src="x" onerror="alert()">')),
      inserted: attempt(() => element.insertAdjacentHTML('beforeend', '<p>')),
      script: attempt(() => (script.text = 'alert()')),
      source: attempt(() => (script.src = '/assets/x.js')),
      anotherPolicy: attempt(() => window.trustedTypes?.createPolicy('another', { createHTML: String })),
      defaultAgain: attempt(() => window.trustedTypes?.createPolicy('default', { createHTML: String })),
      text: attempt(() => (element.innerHTML = '.a > .b { color: red }')),
      children: element.children.length,
    }
  })
  expect(outcomes).toEqual({
    markup: 'TypeError',
    inserted: 'TypeError',
    script: 'TypeError',
    source: 'TypeError',
    anotherPolicy: 'TypeError',
    defaultAgain: 'TypeError',
    text: 'done',
    children: 0,
  })
})
