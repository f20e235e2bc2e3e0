import type { Locator, Page } from '@playwright/test'
import { demoSeed } from '../../emulator/seeds/demo'
import { planOf } from '../support/dialogs'
import { portsPath } from '../support/world'

/** A state of the demo for a screenshot, in either language. */
export interface Scene {
  path: string
  signedOut?: boolean
  /** Brings the page into the state. */
  arrange?: (page: Page) => Promise<void>
}

const world = demoSeed()

/** Returns the path of a component's ports in the demo. */
export const demo = (name: string) => portsPath(name, world)

/** A component with custom domains and every state of ports. */
export const web = demo('商城网站 web')

export const inner = (page: Page, port: number): Locator =>
  page.getByRole('switch', { name: new RegExp(`^(Internal access|对内服务).*\\b${port}$`) })

export const outer = (page: Page, port: number): Locator =>
  page.getByRole('switch', { name: new RegExp(`^(External access|对外服务).*\\b${port}$`) })

export const runButton = (page: Page): Locator => planOf(page).run

/** Adds a style sheet to every document that the page opens. It needs `bypassCSP` for what it loads. */
export function addStyle(page: Page, css: string): Promise<unknown> {
  return page.addInitScript((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }, css)
}
