import { nameOf, settingNames, sheetFields, type Setting } from '../fields'
import { type Lookup, lookupOf } from '../lookup'
import type { SheetField } from '../sheet'
import type { Cell, Cells, ReadProblem, Report } from '../sheet-error'
import { jsonTree } from './json-tree'
import type { RawRow, RawSheet, Reader } from './raw-sheet'
import type { Tree } from './tree'
import { yamlTree } from './yaml-tree'

export const readYaml: Reader = (text, report) => sheetOf(yamlTree(text, report), report)

export const readJson: Reader = (text, report) => sheetOf(jsonTree(text, report), report)

const componentFields = ['app', 'component', 'componentId', 'internalDomain'] as const
const portFields = ['port', 'protocol', 'alias', 'internalDomain', 'inner', 'outer'] as const

const sheetKeys = lookupOf<Setting | 'components'>([...settingNames, ['components', ['components']]])
const componentKeys = keysOf([...componentFields, 'ports'])
const portKeys = keysOf(portFields)

/** Of the fields, those that a map may have. */
function keysOf<Key extends SheetField | 'ports'>(keys: readonly Key[]): Lookup<Key> {
  const own = lookupOf<Key>(keys.map((key) => [key, [key === 'ports' ? key : nameOf(key)]]))
  const isOwn = (key: string): key is Key => keys.some((one) => one === key)
  return {
    ...own,
    find(text) {
      const field = sheetFields.find(text)
      return field !== undefined && isOwn(field) ? field : own.find(text)
    },
  }
}

function sheetOf(tree: Tree | null, report: Report<ReadProblem>): RawSheet | null {
  if (tree === null) return null
  const parts = partsOf(tree, sheetKeys, report)
  if (parts === null) return null
  const components = parts.get('components')
  if (components === undefined) report(tree.at, { kind: 'missing-field', field: 'components' })
  return {
    settings: textsOf(parts, ['version', 'missing'], report),
    rows: itemsOf(components, report).flatMap((component) => rowsOf(component, report)),
  }
}

function rowsOf(tree: Tree, report: Report<ReadProblem>): RawRow[] {
  const parts = partsOf(tree, componentKeys, report)
  if (parts === null) return []
  const ofComponent = textsOf(parts, componentFields, report)
  const ports = itemsOf(parts.get('ports'), report)
  // Without ports, nothing is said of it; that is no way to have all its ports deleted.
  if (ports.length === 0) report(tree.at, { kind: 'missing-field', field: 'ports' })
  return ports.flatMap((port) => {
    const own = partsOf(port, portKeys, report)
    return own ? [{ at: port.at, cells: { ...ofComponent, ...textsOf(own, portFields, report) } }] : []
  })
}

/** Returns what a map has under each key; null where it is no map. */
function partsOf<Key extends string>(
  tree: Tree,
  keys: Lookup<Key>,
  report: Report<ReadProblem>,
): ReadonlyMap<Key, Tree> | null {
  if (tree.kind !== 'map') {
    report(tree.at, { kind: 'wrong-type', expected: 'map' })
    return null
  }
  const parts = new Map<Key, Tree>()
  const first = new Map<Key, Cell>()
  for (const { key, value } of tree.entries) {
    const found = key.kind === 'text' ? keys.find(key.at.text) : undefined
    const before = found && first.get(found)
    if (found === undefined) report(key.at, { kind: 'unknown-field', nearest: keys.nearest(key.at.text) })
    else if (before) report(key.at, { kind: 'duplicate-field', firstLine: before.line })
    else {
      first.set(found, key.at)
      parts.set(found, value)
    }
  }
  return parts
}

function itemsOf(tree: Tree | undefined, report: Report<ReadProblem>): readonly Tree[] {
  if (tree?.kind === 'list') return tree.items
  if (tree) report(tree.at, { kind: 'wrong-type', expected: 'list' })
  return []
}

/** Returns the texts among the parts that are filled in. */
function textsOf<Key extends string>(
  parts: ReadonlyMap<Key, Tree>,
  keys: readonly (Key & keyof (Cells & Record<Setting, Cell>))[],
  report: Report<ReadProblem>,
): Partial<Record<SheetField | Setting, Cell>> {
  const texts: Partial<Record<SheetField | Setting, Cell>> = {}
  for (const key of keys) {
    const part = parts.get(key)
    if (part === undefined) continue
    if (part.kind !== 'text') report(part.at, { kind: 'wrong-type', expected: 'text' })
    else if (part.at.text.trim() !== '') texts[key] = part.at
  }
  return texts
}
