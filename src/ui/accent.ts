/** A channel's accent, made readable: moved towards black or white until text in it has contrast AA on the paper. */

type Rgb = readonly [number, number, number]

function read(hex: string): Rgb | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)
  if (match === null) return undefined
  const [, r = '', g = '', b = ''] = match
  return [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)]
}

/** Relative luminance (WCAG 2.2). */
function luminance(rgb: Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb.map((channel) => {
    const c = channel / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const of = (hex: string): number => luminance(read(hex) ?? [0, 0, 0])
  const [light, dark] = [Math.max(of(a), of(b)), Math.min(of(a), of(b))]
  return (light + 0.05) / (dark + 0.05)
}

/** The accent as it can be read on a paper of this colour; undefined where it is no `#rrggbb`. */
export function readable(accent: string, paper: string, wanted = 5): string | undefined {
  const from = read(accent)
  const ground = read(paper)
  if (from === undefined || ground === undefined) return undefined
  const towards = luminance(ground) > 0.4 ? 0 : 255
  for (let part = 0; part < 1; part += 0.05) {
    const mixed = `#${from
      .map((c) =>
        Math.round(c + (towards - c) * part)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`
    if (contrast(mixed, paper) >= wanted) return mixed
  }
  return towards === 0 ? '#000000' : '#ffffff'
}
