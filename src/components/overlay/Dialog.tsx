import { Modal, type ModalProps } from '@mantine/core'
import classes from './Dialog.module.css'
import sheetClasses from './sheet.module.css'
import { useIsTopmost } from './use-is-topmost'

interface DialogProps extends Pick<ModalProps, 'opened' | 'title' | 'size' | 'returnFocus' | 'children'> {
  /** Called on Escape; undefined where nothing can be done but what the dialog asks for. */
  onClose: (() => void) | undefined
}

/** A dialog that needs an answer: a press outside does not close it. On a phone, a sheet that comes from below. */
export function Dialog({ opened, onClose, children, ...props }: DialogProps) {
  const isTopmost = useIsTopmost(opened)
  return (
    <Modal
      {...props}
      opened={opened}
      onClose={() => onClose?.()}
      closeOnEscape={isTopmost}
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
