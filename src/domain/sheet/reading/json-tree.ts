import { parse, type ValueNode } from '@humanwhocodes/momoa'
import type { ReadProblem, Report } from '../sheet-error'
import { type Places, placesOf } from './places'
import type { Tree } from './tree'

/** Returns the tree of a JSON text; null where it is no JSON. */
export function jsonTree(text: string, report: Report<ReadProblem>): Tree | null {
  const places = placesOf(text)
  const unclosed = unclosedString(text)
  if (unclosed !== null) {
    report(places.cellAt(unclosed), { kind: 'open-quote' })
    return null
  }
  try {
    return treeOf(parse(text, { mode: 'json' }).body, text, places)
  } catch (error) {
    // What is nested too deeply exhausts the stack, at no place in particular.
    const offset = error instanceof Error && 'offset' in error ? Number(error.offset) : 0
    report(places.cellAt(offset), { kind: 'syntax' })
    return null
  }
}

/** Returns where a string begins that its line doesn't close: the parser would let it run on into what follows. */
function unclosedString(text: string): number | null {
  for (const { index, 1: end } of text.matchAll(/"[^"\\\n]*(?:\\.[^"\\\n]*)*("?)/g))
    if (end === '') return index
  return null
}

function treeOf(node: ValueNode, text: string, places: Places): Tree {
  const { start, end } = node.loc
  switch (node.type) {
    case 'Object':
      return {
        kind: 'map',
        at: places.cellAt(start.offset),
        entries: node.members.map(({ name, value }) => ({
          key: {
            kind: 'text',
            at: places.cellAt(name.loc.start.offset, name.type === 'String' ? name.value : name.name),
          },
          value: treeOf(value, text, places),
        })),
      }
    case 'Array':
      return {
        kind: 'list',
        at: places.cellAt(start.offset),
        items: node.elements.map(({ value }) => treeOf(value, text, places)),
      }
    case 'String':
      return { kind: 'text', at: places.cellAt(start.offset, node.value) }
    case 'Null':
      return { kind: 'text', at: places.cellAt(start.offset, '') }
    case 'Boolean':
    case 'Number':
      return { kind: 'text', at: places.cellAt(start.offset, text.slice(start.offset, end.offset)) }
    case 'NaN':
    case 'Infinity':
      return { kind: 'other', at: places.cellAt(start.offset) }
  }
}
