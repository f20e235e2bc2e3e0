import { Button, Input } from '@mantine/core'
import { type RefObject, useId } from 'react'
import { useTranslations } from 'use-intl'
import classes from './import.module.css'
import { mostBytes, type SheetImport } from './use-sheet-import'

/** Characters of a file that can still be edited without delay. */
const mostEditable = 1_000_000

interface SheetTextProps {
  sheet: SheetImport
  field: RefObject<HTMLTextAreaElement | null>
}

/** Whether the text is shown, and can be edited. */
export function isEditable({ source, text }: Pick<SheetImport, 'source' | 'text'>): boolean {
  return text.length <= mostEditable || source?.text !== text
}

/** The text of a sheet, and where it comes from. */
export function SheetText({ sheet, field }: SheetTextProps) {
  const t = useTranslations('sheets.import')
  const id = useId()
  const { text, source, refused, replaced } = sheet
  const isReadOnly = sheet.phase.name === 'working'
  return (
    <>
      {refused !== null && (
        <p role="alert" className={classes['refused']}>
          {refused === 'too-large'
            ? t('tooLarge', { megabytes: String(mostBytes / 1_000_000) })
            : t('noText')}
        </p>
      )}
      {replaced !== null && (
        <p role="status" className={classes['replaced']}>
          <span>{t('replaced')}</span>
          <Button size="xs" variant="subtle" onClick={() => sheet.edit(replaced)}>
            {t('restore')}
          </Button>
        </p>
      )}
      {isEditable(sheet) ? (
        <Input.Wrapper id={id} label={t('label')} description={t('hint')} className={classes['text'] ?? ''}>
          <Input
            component="textarea"
            multiline
            ref={field}
            id={id}
            aria-describedby={`${id}-description`}
            placeholder={t('placeholder')}
            value={text}
            readOnly={isReadOnly}
            spellCheck={false}
            wrap="off"
            rows={8}
            onChange={(event) => sheet.edit(event.currentTarget.value)}
          />
        </Input.Wrapper>
      ) : (
        <p>{t('long', { file: source?.file ?? '', characters: text.length })}</p>
      )}
      {source && isEditable(sheet) && (
        <p className={classes['aside']}>
          {t(source.text === text ? 'file' : 'edited', { file: source.file })}
        </p>
      )}
    </>
  )
}
