import { SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core'
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
  const schemeId = useId()
  return (
    <Popover anchor={anchor} title={t('display')} onClose={onClose}>
      <Stack gap="sm">
        <LanguageChoice />
        <div>
          <Text id={schemeId} size="xs" c="dimmed" mb={4}>
            {t('scheme.label')}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby={schemeId}
            value={colorScheme}
            onChange={setColorScheme}
            data={colorSchemes.map((value) => ({ value, label: t(`scheme.${value}`) }))}
          />
        </div>
      </Stack>
    </Popover>
  )
}

/** Keeps the language, and shows a note, when the messages of the other one can't be fetched. */
function LanguageChoice() {
  const t = useTranslations('app')
  const { language, setLanguage } = useLanguage()
  const [isMissing, setIsMissing] = useState(false)
  const id = useId()

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
      <Text id={id} size="xs" c="dimmed" mb={4}>
        {t('language')}
      </Text>
      <SegmentedControl
        fullWidth
        aria-labelledby={id}
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
