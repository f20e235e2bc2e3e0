import { demoExample } from '../../emulator/seeds/demo'
import { parseLink, segmentsAbove, linkPath } from '../../src/features/scope/link/link'
import type { DemoWords } from '../words/use-demo-words'

export type StepName = keyof DemoWords['tour']['steps']

/** What the app calls the controls that the tour points at. */
export interface ControlNames {
  readonly inner: (port: number) => string
  readonly outer: (port: number) => string
  readonly editAlias: (port: number) => string
  readonly undo: string
  /** What the button of the history begins with. */
  readonly changes: string
}

export interface TourStep {
  readonly name: StepName
  /** The page that the step is about. */
  readonly path: string
  /** Finds the control that the step points at, if it is in the document. */
  readonly find: (names: ControlNames, document: Document) => HTMLElement | undefined
}

const components = linkPath(segmentsAbove(parseLink(demoExample) ?? {}, 'component'))

const onPorts = (name: StepName, find: TourStep['find']): TourStep => ({ name, path: demoExample, find })

export const steps: readonly TourStep[] = [
  onPorts('switch', ({ inner }, document) => named(document, inner(9113))),
  onPorts('review', ({ outer }, document) => named(document, outer(9113))),
  onPorts('alias', ({ editAlias }, document) => named(document, editAlias(80))),
  onPorts('risk', ({ outer }, document) => named(document, outer(8080))),
  // An outcome is shown for a while only; the list keeps it.
  onPorts('undo', ({ undo, changes }, document) => named(document, undo) ?? namedLike(document, changes)),
  {
    name: 'search',
    path: components,
    find: (_names, document) => visible(document, 'main :is([role="searchbox"], input[type="search"])')[0],
  },
]

/** Finds the first visible control with an accessible name. */
function named(document: Document, name: string): HTMLElement | undefined {
  return controls(document).find((control) => nameOf(control) === name)
}

/** Finds the first visible control whose name begins with a text. */
function namedLike(document: Document, start: string): HTMLElement | undefined {
  return controls(document).find((control) => nameOf(control).startsWith(start))
}

const nameOf = (control: HTMLElement) => control.getAttribute('aria-label') ?? control.textContent.trim()

/** Those of the page, its header and its notifications. */
const controls = (document: Document) =>
  visible(document, 'main :is(button, input, [role]), header button, section[aria-label] button')

function visible(document: Document, selector: string): HTMLElement[] {
  const found = [...document.querySelectorAll<HTMLElement>(selector)]
  return found.filter((element) => element.checkVisibility())
}
