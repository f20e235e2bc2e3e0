import { describe, expect, it } from 'vitest'
import { noActivity } from '../../change/engine/stores/port-activity'
import { aPort } from '../../change/testing/fake-effects'
import type { PortRow } from '../rows/port-row'
import { createDraftStore, type Draft, draftFields } from './draft-store'
import { desiredOfField, isUnsaved, openDraft } from './row-draft'

const port = { ...aPort(8080), port_alias: 'WEB', k8s_service_name: 'web', protocol: 'http' }
const row: PortRow = {
  id: 's:8080',
  componentId: 's',
  port,
  isTwice: false,
  areRulesToCome: false,
  isFromLastVisit: false,
  rules: [],
  activity: noActivity,
  place: null,
}
const draft = (texts: Draft['texts'], isSent = false): Draft => ({
  texts,
  sent: new Set(isSent ? draftFields.filter((field) => texts[field] !== undefined) : []),
})

describe('a draft', () => {
  it('that changes nothing sends nothing and blocks nothing', () => {
    expect(desiredOfField(row, draft({ alias: 'WEB', domain: 'web' }), 'alias')).toBeNull()
    expect(desiredOfField(row, draft({ alias: 'WEB', domain: 'web' }), 'domain')).toBeNull()
    expect(desiredOfField(row, draft({ alias: 'FRONT' }), 'domain')).toBeNull()
    expect(isUnsaved(row, draft({ alias: 'WEB' }))).toBe(false)
  })

  it('sends only the field that is saved', () => {
    expect(desiredOfField(row, draft({ alias: 'FRONT', protocol: 'grpc' }), 'alias')).toEqual({
      ports: new Map([[8080, { alias: 'FRONT' }]]),
    })
    expect(desiredOfField(row, draft({ alias: 'FRONT', protocol: 'grpc' }), 'protocol')).toEqual({
      ports: new Map([[8080, { protocol: 'grpc' }]]),
    })
  })

  it('names its port with the internal domain and none of its fields, so that a refusal reaches the row', () => {
    expect(desiredOfField(row, draft({ domain: 'shop' }), 'domain')).toEqual({
      ports: new Map([[8080, {}]]),
      internalDomain: 'shop',
    })
  })

  it('stays open until it was sent and the port reads the same', () => {
    expect(openDraft(row, draft({ alias: 'WEB' }))).not.toBeNull()
    expect(openDraft(row, draft({ alias: 'FRONT' }, true))).not.toBeNull()
    expect(openDraft(row, draft({ alias: 'WEB' }, true))).toBeNull()
  })
})

describe('the drafts of a component', () => {
  it('keep what was typed in each field until it is discarded', () => {
    const store = createDraftStore()
    store.type('a', 'alias', 'A')
    store.type('a', 'domain', 'b')
    store.type('c', 'alias', 'C')
    store.discard('c')
    expect([...store.drafts()]).toEqual([['a', draft({ alias: 'A', domain: 'b' })]])
  })

  it('count as unsent once something is typed again', () => {
    const store = createDraftStore()
    store.type('a', 'alias', 'A')
    store.markSent('a', 'alias')
    expect(store.drafts().get('a')).toEqual(draft({ alias: 'A' }, true))
    store.type('a', 'alias', 'AB')
    expect(store.drafts().get('a')).toEqual(draft({ alias: 'AB' }))
  })

  it('tell once that a field was opened, and not when its text is typed on', () => {
    const store = createDraftStore()
    store.type('a', 'alias', 'A')
    expect(store.takeOpened('a', 'domain')).toBe(false)
    expect(store.takeOpened('a', 'alias')).toBe(true)
    store.type('a', 'alias', 'AB')
    expect(store.takeOpened('a', 'alias')).toBe(false)
  })
})
