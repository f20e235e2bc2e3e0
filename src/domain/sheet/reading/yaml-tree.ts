import { type Event, EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml'
import type { ReadProblem, Report } from '../sheet-error'
import { placesOf } from './places'
import type { Entry, Tree } from './tree'
import { unclosedLine } from './unclosed-line'

/** A map or a list whose parts are still to come; a map's keys and values by turns. */
interface Open {
  readonly kind: 'document' | 'map' | 'list'
  readonly offset: number
  readonly parts: Tree[]
}

const nulls = new Set(['null', 'Null', 'NULL', '~'])

/** Returns the tree of a YAML text, an empty map where it has none; null where it is no YAML. */
export function yamlTree(text: string, report: Report<ReadProblem>): Tree | null {
  const { cellAt } = placesOf(text)
  try {
    const [tree, another] = treesOf(text, parseEvents(text, {}))
    if (another) report(another.at, { kind: 'syntax' })
    return another ? null : (tree ?? { kind: 'map', at: cellAt(0), entries: [] })
  } catch (error) {
    const offset = (error instanceof YAMLException && error.mark?.position) || 0
    report(cellAt(offset < text.trimEnd().length ? offset : unclosedLine(text)), { kind: 'syntax' })
    return null
  }
}

/** Returns the tree of each document. */
function treesOf(text: string, events: readonly Event[]): Tree[] {
  const { cellAt } = placesOf(text)
  const trees: Tree[] = []
  const open: Open[] = []
  // What is left empty has no offset: it is where the last thing was.
  let last = 0

  for (const event of events)
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        open.push({ kind: 'document', offset: last, parts: trees })
        break
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        last = event.start
        open.push({ kind: event.type === EVENT_ID.MAPPING ? 'map' : 'list', offset: last, parts: [] })
        break
      case EVENT_ID.SCALAR: {
        if (event.valueStart >= 0) last = event.valueStart
        const value = getScalarValue(text, event)
        const isNull = event.style === SCALAR_STYLE.PLAIN && nulls.has(value)
        const kind = event.tagStart < 0 ? 'text' : 'other'
        open.at(-1)?.parts.push({ kind, at: cellAt(last, isNull ? '' : value) })
        break
      }
      case EVENT_ID.ALIAS:
        last = event.anchorStart - 1
        open.at(-1)?.parts.push({ kind: 'other', at: cellAt(last) })
        break
      case EVENT_ID.POP: {
        const closed = open.pop()
        if (closed && closed.kind !== 'document') open.at(-1)?.parts.push(treeOf(closed))
      }
    }
  return trees

  function treeOf({ kind, offset, parts }: Open): Tree {
    const at = cellAt(offset)
    return kind === 'map' ? { kind, at, entries: entriesOf(parts) } : { kind: 'list', at, items: parts }
  }
}

function entriesOf(parts: readonly Tree[]): Entry[] {
  return parts.flatMap((key, index) => {
    const value = parts[index + 1]
    return index % 2 === 0 && value ? [{ key, value }] : []
  })
}
