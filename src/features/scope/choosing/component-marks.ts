import type { Component } from '../../../api/contract/component'
import type { ListMark } from '../../../components/list/list-item'

export interface MarkWords {
  status: (status: string) => string
  source: (source: string) => string
  thirdParty: { label: string; title: string }
  unfinished: { label: string; title: string }
  statusUnknown: string
}

const tones: Readonly<Record<string, ListMark['tone']>> = {
  running: 'good',
  abnormal: 'bad',
  some_abnormal: 'bad',
  unusual: 'bad',
}

/**
 * Returns what helps to choose a component: its status, its source, and whether it is one of those that differ
 * (docs/contract.md, "Components that differ"). The status is unknown while the cluster is down.
 */
export function componentMarks(component: Component, words: MarkWords): ListMark[] {
  const { status, service_source: source, create_status: created } = component
  const marks: ListMark[] = [
    status === null || status === undefined || status === ''
      ? { id: 'status', label: words.statusUnknown, tone: 'plain' }
      : { id: 'status', label: words.status(status), tone: tones[status] ?? 'plain' },
  ]
  if (source === 'third_party') marks.push({ id: 'source', tone: 'notable', ...words.thirdParty })
  else if (source) marks.push({ id: 'source', label: words.source(source), tone: 'plain' })
  if (created && created !== 'complete') marks.push({ id: 'created', tone: 'notable', ...words.unfinished })
  return marks
}
