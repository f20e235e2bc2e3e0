import { setNonce } from 'get-nonce'

/**
 * Hands the nonce that the gateway put into this page to the library that makes styles at run time (the scroll lock of
 * Mantine's dialogs): the Content-Security-Policy lets no others in. Where there is none, the empty string.
 */
export function shareStyleNonce(): void {
  setNonce(document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '')
}
