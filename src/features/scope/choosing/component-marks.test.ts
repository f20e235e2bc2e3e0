import { expect, it } from 'vitest'
import { componentMarks } from './component-marks'

const words = {
  status: (status: string) => `is ${status}`,
  source: (source: string) => `from ${source}`,
  thirdParty: { label: 'Third-party', title: '' },
  unfinished: { label: 'Unfinished', title: '' },
  statusUnknown: 'Unknown',
}
const component = { service_id: 's', service_alias: 'gr1', service_cname: 'web', create_status: 'complete' }
const labels = (changed: object) =>
  componentMarks({ ...component, ...changed }, words).map((mark) => mark.label)

it('says status and source', () => {
  expect(labels({ status: 'running', service_source: 'docker_run' })).toEqual([
    'is running',
    'from docker_run',
  ])
})

it('says that the status is unknown while the cluster is down', () => {
  expect(labels({ status: null })).toEqual(['Unknown'])
})

it('marks third-party and unfinished components', () => {
  expect(labels({ status: 'running', service_source: 'third_party' })).toEqual(['is running', 'Third-party'])
  expect(labels({ status: 'undeploy', create_status: 'creating' })).toEqual(['is undeploy', 'Unfinished'])
})

it('colours what runs and what is ill, and nothing else', () => {
  const tone = (status: string) => componentMarks({ ...component, status }, words)[0]?.tone
  expect([tone('running'), tone('abnormal'), tone('closed')]).toEqual(['good', 'bad', 'plain'])
})
