import { expect, test } from 'vitest'
import { projectEvents } from './events'

const subjectOf = (request_body: unknown) => {
  const event = { event_id: 'e', opt_type: 'x', request_body }
  return projectEvents({ page: 1, page_size: 20, total: 1, events: [event] })
}

test.each([
  ['{"operation":"open","operator":"LEAK"}', { operation: 'open' }],
  ['{"operation":"close","port":80}', { operation: 'close', port: 80 }],
  ['{"port":[{"container_port":8080,"tenant_id":"LEAK"}],"enterprise_id":"LEAK"}', { port: 8080 }],
])('an operation is about what %s says, and nothing else of it passes', (request, subject) => {
  expect(subjectOf(request)).toEqual({
    page: 1,
    page_size: 20,
    total: 1,
    events: [{ event_id: 'e', opt_type: 'x', subject }],
  })
})

test.each([
  undefined,
  null,
  80,
  '',
  'LEAK',
  '{}',
  '[]',
  '{"operation":"LEAK","port":"LEAK"}',
  '{"port":70000}',
  '{"port":[{"container_port":80},{"container_port":81}]}',
  `{"operation":"open","x":"${'LEAK'.repeat(5000)}"}`,
])('an operation is about nothing known where the request is %j', (request) => {
  expect(subjectOf(request)).toMatchObject({ events: [{ event_id: 'e', opt_type: 'x' }] })
  expect(JSON.stringify(subjectOf(request))).not.toMatch(/LEAK|subject/)
})

test.each([undefined, null, 'LEAK', [], { events: 'LEAK' }, { events: [null, 'LEAK', [1]] }])(
  'a body like %j passes without its content',
  (body) => {
    expect(JSON.stringify([projectEvents(body)])).not.toContain('LEAK')
  },
)
