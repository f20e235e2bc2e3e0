import {
  SegmentedControl,
  type SegmentedControlProps,
  Stack,
  Text,
  useMantineColorScheme,
} from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { StaleNote } from '../../components/notes/StaleNote'
import { Popover } from '../../components/overlay/Popover'
import { useLanguage } from '../../i18n/LanguageProvider'
import { type Language, languageNames, languages } from '../../i18n/language'
import { colorSchemes } from './DisplayCommands'

interface DisplaySettingsPopoverProps {
  anchor: HTMLElement
  onClose: () => void
}

/** Language and colour scheme, each kept in this browser. */
export function DisplaySettingsPopover({ anchor, onClose }: DisplaySettingsPopoverProps) {
  const t = useTranslations('app')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Popover anchor={anchor} title={t('display')} onClose={onClose}>
      <Stack gap="sm">
        <LanguageChoice />
        <Choice
          label={t('scheme.label')}
          value={colorScheme}
          onChange={setColorScheme}
          data={colorSchemes.map((value) => ({ value, label: t(`scheme.${value}`) }))}
        />
      </Stack>
    </Popover>
  )
}

/** Keeps the language, and shows a note, when the messages of the other one can't be fetched. */
function LanguageChoice() {
  const t = useTranslations('app')
  const { language, setLanguage } = useLanguage()
  const [isMissing, setIsMissing] = useState(false)

  async function handleChange(chosen: Language) {
    try {
      await setLanguage(chosen)
      setIsMissing(false)
    } catch {
      setIsMissing(true)
    }
  }

  return (
    <div>
      <Choice
        label={t('language')}
        value={language}
        onChange={(chosen) => void handleChange(chosen)}
        data={languages.map((value) => ({
          value,
          label: <span lang={languageNames[value].tag}>{languageNames[value].name}</span>,
        }))}
      />
      {isMissing && <StaleNote onDismiss={() => setIsMissing(false)} />}
    </div>
  )
}

interface ChoiceProps<Value extends string> extends SegmentedControlProps<Value> {
  label: string
}

function Choice<Value extends string>({ label, ...props }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div>
      <Text id={id} size="xs" c="dimmed" mb={4}>
        {label}
      </Text>
      <SegmentedControl fullWidth aria-labelledby={id} {...props} />
    </div>
  )
}
