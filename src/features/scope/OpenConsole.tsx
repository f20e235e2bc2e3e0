import { Button } from '@mantine/core'
import IconExternalLink from '@tabler/icons-react/icons/IconExternalLink'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { sessionQuery } from '../../api/resources/session'

/** Links to Rainbond's own console, where teams, apps and components are made; nothing where there is none, as in the demo. */
export function OpenConsole() {
  const t = useTranslations('scope')
  const address = useQuery(sessionQuery()).data?.console ?? null
  if (address === null) return null
  return (
    <Button
      component="a"
      href={address}
      target="_blank"
      rel="noreferrer"
      variant="filled"
      rightSection={<IconExternalLink size={16} stroke={1.75} />}
    >
      {t('openConsole')}
    </Button>
  )
}
