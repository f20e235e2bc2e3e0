import * as z from 'zod/mini'
import { asJson, storedValue } from '../../../lib/stored-value'
import { plainText } from '../../../lib/text/clean-text'
import { columns } from '../../port-grid/rows/columns'

const savedViewSchema = z.object({
  name: z.string(),
  filter: z.string(),
  /** As the URL has it; empty for the order of the page itself. */
  sort: z.string(),
  isGrouped: z.boolean(),
  hidden: z.array(z.enum(columns.map(({ id }) => id))),
})

/** A search with the order and arrangement of what it finds, under a name. */
export type SavedView = z.infer<typeof savedViewSchema>

/** The views of this browser, in the order of their names. */
export const storedViews = storedValue(
  'portdeck.views',
  asJson((json) => z.array(savedViewSchema).safeParse(json).data ?? null),
)

const order = new Intl.Collator('zh', { numeric: true })

/** Whether two names are the same to a person. */
export function isSameName(a: string, b: string): boolean {
  return plainText(a).toLowerCase() === plainText(b).toLowerCase()
}

/** Returns the views with one of its name, in place of any that has it. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  const next = [...withoutView(views, view.name), { ...view, name: plainText(view.name) }]
  return next.sort((a, b) => order.compare(a.name, b.name))
}

export function withoutView(views: readonly SavedView[], name: string): SavedView[] {
  return views.filter((each) => !isSameName(each.name, name))
}

/** Returns the views with another name for one of them. The new name must be free, or its own. */
export function renamedView(views: readonly SavedView[], view: SavedView, name: string): SavedView[] {
  return withView(withoutView(views, view.name), { ...view, name })
}
