import { useTranslations } from 'use-intl'
import type { ComboBoxWords } from '../../components/combobox/ComboBox'

/** Returns what a picker of teams, clusters, apps or components says. */
export function usePickerWords(): ComboBoxWords {
  const t = useTranslations('scope')
  return {
    loading: t('loading'),
    failed: t('picker.failed'),
    empty: t('picker.empty'),
    noMatch: t('picker.noMatch'),
    retry: t('picker.retry'),
    more: (total) => t('picker.more', { total }),
  }
}
