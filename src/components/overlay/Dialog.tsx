import { Modal, type ModalProps } from '@mantine/core'
import classes from './Dialog.module.css'
import sheetClasses from './sheet.module.css'

type DialogProps = Pick<
  ModalProps,
  'opened' | 'onClose' | 'title' | 'size' | 'closeOnEscape' | 'returnFocus' | 'children'
>

/** A dialog that needs an answer: a press outside does not close it. On a phone, a sheet that comes from below. */
export function Dialog({ children, ...props }: DialogProps) {
  return (
    <Modal
      {...props}
      classNames={{
        title: classes['title'] ?? '',
        content: classes['content'] ?? '',
        header: classes['header'] ?? '',
        inner: sheetClasses['dialogInner'] ?? '',
      }}
      // A header outside of an article would be a second banner of the page.
      attributes={{ header: { role: 'none' } }}
      closeOnClickOutside={false}
      withCloseButton={false}
    >
      {children}
    </Modal>
  )
}
