import { Button, SegmentedControl, Stack, Text } from '@mantine/core'
import { useId } from 'react'
import { Drawer } from '../../src/components/overlay/Drawer'
import type { Conditions } from '../transport/conditions'
import { useDemoWords } from '../words/use-demo-words'
import { FaultChoice } from './FaultChoice'

interface DemoPanelProps {
  onClose: () => void
  conditions: Conditions
  onConditions: (conditions: Conditions) => void
  onTour: () => void
  onReset: () => void
}

const latencies = [
  { name: 'none', ms: 0 },
  { name: 'short', ms: 300 },
  { name: 'long', ms: 2000 },
] as const

/** Explains the demo, switches faults and delays on, and starts the tour. */
export function DemoPanel({ onClose, conditions, onConditions, onTour, onReset }: DemoPanelProps) {
  const words = useDemoWords().panel
  const id = useId()
  return (
    <Drawer title={words.title} onClose={onClose}>
      <Stack gap="lg">
        <Text size="sm">{words.about}</Text>
        <Button onClick={onTour}>{words.tour}</Button>
        <Stack gap={4}>
          <Button onClick={onReset}>{words.reset}</Button>
          <Text size="sm" c="dimmed">
            {words.resetAbout}
          </Text>
        </Stack>
        <Stack gap={4}>
          <Text id={id} size="sm" fw={500}>
            {words.latency}
          </Text>
          <SegmentedControl
            aria-labelledby={id}
            value={String(conditions.latencyMs)}
            onChange={(value) => onConditions({ ...conditions, latencyMs: Number(value) })}
            data={latencies.map(({ name, ms }) => ({ value: String(ms), label: words.latencies[name] }))}
            fullWidth
          />
        </Stack>
        <FaultChoice fault={conditions.fault} onChange={(fault) => onConditions({ ...conditions, fault })} />
      </Stack>
    </Drawer>
  )
}
