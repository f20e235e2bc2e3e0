import { Radio, Stack } from '@mantine/core'
import { type FaultName, faultNames } from '../../emulator/faults/definitions'
import { showsInChanges } from '../transport/conditions'
import { useDemoWords } from '../words/use-demo-words'

interface FaultChoiceProps {
  fault: FaultName | null
  onChange: (fault: FaultName | null) => void
}

const none = 'none'

/** Chooses one of the emulator's documented faults, or none. */
export function FaultChoice({ fault, onChange }: FaultChoiceProps) {
  const { faults, panel } = useDemoWords()
  const textOf = (name: FaultName) => {
    const { text } = faults[name]
    return showsInChanges(name) ? panel.inChanges.replace('{text}', text) : text
  }
  return (
    <Radio.Group
      label={panel.fault}
      description={panel.faultAbout}
      value={fault ?? none}
      onChange={(value) => onChange(faultNames.find((name) => name === value) ?? null)}
    >
      <Stack gap="sm" mt="sm">
        <Radio value={none} label={panel.noFault} description={panel.noFaultText} />
        {faultNames.map((name) => (
          <Radio key={name} value={name} label={faults[name].title} description={textOf(name)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
