import { setNonce } from 'get-nonce'

/**
 * The nonce that the gateway put into this page for styles made at run time (its Content-Security-Policy lets no others
 * in). Where there is none, the empty string.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

/** Hands the nonce to the libraries that make styles by themselves (Mantine's scroll lock). */
export function shareStyleNonce(): void {
  setNonce(styleNonce())
}
