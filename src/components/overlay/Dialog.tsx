import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/Paper.css'
import { createTheme, MantineProvider, Modal, type ModalProps } from '@mantine/core'
import classes from './Dialog.module.css'

const theme = createTheme({ defaultRadius: 'sm', respectReducedMotion: true })

type DialogProps = Pick<
  ModalProps,
  'opened' | 'onClose' | 'title' | 'size' | 'closeOnEscape' | 'returnFocus' | 'children'
>

/**
 * A dialog that needs an answer: a press outside does not close it. Mantine's provider is here and not around the app, so
 * that its code is loaded with the first dialog only; its variables are in src/app/theme.css.
 */
export function Dialog({ children, ...props }: DialogProps) {
  return (
    <MantineProvider
      theme={theme}
      withCssVariables={false}
      withGlobalClasses={false}
      // src/app/header/color-scheme.ts sets the colour scheme of the document.
      getRootElement={() => undefined}
    >
      <Modal
        {...props}
        classNames={{ title: classes['title'] ?? '' }}
        closeOnClickOutside={false}
        withCloseButton={false}
        centered
        transitionProps={{ duration: 0 }}
      >
        {children}
      </Modal>
    </MantineProvider>
  )
}
