import { currentSchema, type Measurement, type Results } from '../results'

/** Builds a measurement for a test. */
export function aMeasurement(changes: Partial<Measurement> = {}): Measurement {
  return {
    section: 'grid',
    name: 'switch → painted',
    at: '10,000 ports',
    unit: 'ms',
    subject: 'portdeck',
    value: 20,
    spread: 1,
    turns: 5,
    better: 'lower',
    ...changes,
  }
}

/** Builds results for a test. */
export function resultsOf(...measurements: Measurement[]): Results {
  return {
    ...currentSchema,
    date: '2026-11-28T12:00:00.000Z',
    commit: '0123456789',
    machine: { cpu: 'Test CPU', cores: 2, memoryGiB: 8, system: 'Linux 6.1' },
    versions: { chromium: '156.0', node: '20.20.2', agGrid: '36.2.0' },
    isQuick: false,
    measurements,
  }
}
