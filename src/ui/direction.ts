/** The window's two sides as its language reads them. */
import { direction } from './i18n.ts'

const across: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }

/** A key as it is meant from left to right: where the desk reads the other way, the arrows across change places. */
export function acrossKey(key: string): string {
  return direction.value === 'rtl' ? (across[key] ?? key) : key
}

/** The pixel so far into a box from where reading begins. */
export function fromStart({ left, right }: Pick<DOMRect, 'left' | 'right'>, by: number): number {
  return direction.value === 'rtl' ? right - by : left + by
}
