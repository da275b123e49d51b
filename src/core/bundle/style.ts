/** How the page looks: a style that a site may take over, and what the page adds on a canvas of its own. */

const defaultAccent = '#1d4f91'

/** The page's grounds, and the contrast that an accent has on them by the measure below: by WCAG's own, over 4.5 and over 5.5. */
const grounds = {
  light: { paper: '#fffefb', enough: 4.6, towards: 0 },
  dark: { paper: '#16181c', enough: 6.4, towards: 255 },
}
type Scheme = keyof typeof grounds

type Rgb = [number, number, number]

function rgb(hex: string): Rgb {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16)
  return [part(1), part(3), part(5)]
}

/** Relative luminance with a square as the gamma curve: products, unlike powers, are the same to the last bit on any machine. */
function luminance([r, g, b]: Rgb): number {
  return (0.2126 * r * r + 0.7152 * g * g + 0.0722 * b * b) / 65_025
}

function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a) + 0.05, luminance(b) + 0.05]
  return x > y ? x / y : y / x
}

/** A channel's accent (`#rrggbb`; any other text is the default) darkened or lightened until it is readable (WCAG AA). */
export function accentOn(accent: string, scheme: Scheme): string {
  const { paper, enough, towards } = grounds[scheme]
  const step = (part: number): number => part + Math.sign(towards - part) * Math.ceil(Math.abs(towards - part) / 16)
  let [r, g, b] = rgb(/^#[0-9a-f]{6}$/i.test(accent) ? accent : defaultAccent)
  while (contrast([r, g, b], rgb(paper)) < enough) [r, g, b] = [step(r), step(g), step(b)]
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/**
 * The style of everything under the root class. It takes its surroundings' colours and type and
 * keeps to names of its own, so it can stand on any page; the custom properties are for sites to set.
 */
export function railStyle(accent: string): string {
  const [light, dark] = [accentOn(accent, 'light'), accentOn(accent, 'dark')]
  return `.newsrail {
  --newsrail-accent: ${light};
  --newsrail-muted: inherit;
  --newsrail-line: rgb(128 128 128 / .36);
  --newsrail-sans: inherit;
  --newsrail-gap: 1.7em;
  line-height: 1.55;
  overflow-wrap: break-word;
}
@supports (color: light-dark(red, red)) {
  .newsrail { --newsrail-accent: light-dark(${light}, ${dark}) }
}
@supports (color: color-mix(in srgb, red, blue)) {
  .newsrail { --newsrail-muted: color-mix(in srgb, currentColor 76%, transparent) }
}
.newsrail :where(h1, h2, h3, h4, p, ol, ul, li, blockquote, figure, figcaption) { margin: 0; padding: 0; border: 0; background: none; color: inherit; font: inherit; letter-spacing: inherit; text-align: start }
.newsrail a { color: inherit; text-decoration: underline 1px var(--newsrail-accent); text-underline-offset: .18em }
.newsrail a:hover { color: var(--newsrail-accent); text-decoration-thickness: 2px }
.newsrail a:focus-visible { outline: 2px solid var(--newsrail-accent); outline-offset: 2px; border-radius: 2px }

.newsrail .newsrail-lead { margin-block-end: 3em }
.newsrail .newsrail-headline { font-size: 1.9em; font-weight: 700; line-height: 1.12; letter-spacing: -.015em; text-wrap: balance }
.newsrail .newsrail-headline a:not(:hover) { text-decoration-color: transparent }
.newsrail .newsrail-standfirst { font-size: 1.25em; line-height: 1.42; text-wrap: pretty }
.newsrail .newsrail-headline + .newsrail-standfirst { margin-block-start: .6em; color: var(--newsrail-muted) }
.newsrail .newsrail-standfirst:first-child { font-size: 1.5em; font-weight: 600; line-height: 1.28; letter-spacing: -.008em }
.newsrail .newsrail-lead .newsrail-figure { margin-block-start: 1.3em }
.newsrail .newsrail-body { margin-block-start: 1.4em }
.newsrail .newsrail-body:first-child { margin-block-start: 0 }
.newsrail .newsrail-body > * + * { margin-block-start: .9em }
.newsrail .newsrail-body :is(h2, h3, h4) { margin-block-start: 1.4em; font-size: 1.15em; font-weight: 700; line-height: 1.3 }
.newsrail .newsrail-body :is(h2, h3, h4) + * { margin-block-start: .4em }
.newsrail .newsrail-body blockquote { margin-block: 1.3em; padding-inline-start: 1.2em; border-inline-start: 3px solid var(--newsrail-accent); font-style: italic }
.newsrail .newsrail-body :is(ul, ol) { padding-inline-start: 1.4em }
.newsrail .newsrail-body li + li, .newsrail .newsrail-body li > * + * { margin-block-start: .35em }

.newsrail .newsrail-title { padding-block-start: .5em; border-block-start: 3px solid currentColor; font-size: 1.4em; font-weight: 700; line-height: 1.25; letter-spacing: -.01em }
.newsrail .newsrail-briefs { margin-block-start: 1.2em; list-style: none }
.newsrail .newsrail-briefs > li + li { margin-block-start: var(--newsrail-gap) }
.newsrail .newsrail-brief { display: grid; grid-template-columns: 3.4em minmax(0, 1fr) }
.newsrail .newsrail-time { color: var(--newsrail-muted); font-family: var(--newsrail-sans); font-size: .9em; font-weight: 500; font-variant-numeric: tabular-nums lining-nums }
.newsrail .newsrail-time a { display: inline-block; text-decoration: none }
.newsrail .newsrail-words { position: relative; grid-column: 2; padding-inline-start: 1.3em }
.newsrail .newsrail-words::before { content: ""; position: absolute; inset-block: .7em calc(-.7em - var(--newsrail-gap)); inset-inline-start: 0; border-inline-start: 1px solid var(--newsrail-line) }
.newsrail .newsrail-words::after { content: ""; position: absolute; inset-block-start: calc(.7em - 3px); inset-inline-start: -3px; inline-size: 7px; block-size: 7px; border-radius: 50%; background: var(--newsrail-accent) }
.newsrail li:last-child > .newsrail-brief > .newsrail-words::before { inset-block-end: 0 }
.newsrail .newsrail-kicker { color: var(--newsrail-accent); font-family: var(--newsrail-sans); font-size: .9em; font-weight: 650 }
.newsrail .newsrail-subject { margin-block-end: .2em; font-size: 1.1em; font-weight: 700; line-height: 1.3 }
.newsrail .newsrail-figure img { display: block; inline-size: 100%; max-inline-size: 100%; block-size: auto; border-radius: 3px; background: var(--newsrail-line) }
.newsrail .newsrail-credit { margin-block-start: .4em; color: var(--newsrail-muted); font-family: var(--newsrail-sans); font-size: .75em; line-height: 1.35 }
.newsrail .newsrail-brief .newsrail-figure { float: inline-end; inline-size: min(38%, 10.5em); margin-block: .25em .5em; margin-inline-start: 1.1em }
.newsrail .newsrail-more { margin-block-start: .5em; color: var(--newsrail-muted); font-family: var(--newsrail-sans); font-size: .825em }
.newsrail .newsrail-notice { color: var(--newsrail-muted); font-style: italic }
.newsrail ins.newsrail-more { display: block; padding-inline-start: .75em; border-inline-start: 2px solid var(--newsrail-accent); text-decoration: none }
.newsrail .newsrail-brief:target > .newsrail-words::after { box-shadow: 0 0 0 .25em color-mix(in srgb, var(--newsrail-accent) 28%, transparent) }

.newsrail:is([dir=rtl], [dir=rtl] *) :is(h1, h2, h3, h4, p, blockquote) { letter-spacing: 0; font-style: normal }

.newsrail .newsrail-discussion { margin-block-start: 2.6em; padding-block-start: .9em; border-block-start: 1px solid var(--newsrail-line) }
.newsrail .newsrail-prompt { font-size: 1.2em; font-weight: 700; line-height: 1.3; text-wrap: balance }
.newsrail .newsrail-empty { margin-block-start: .5em; color: var(--newsrail-muted); font-family: var(--newsrail-sans); font-size: .9em }
`
}

/** What the page adds: paper and ink in light, dark and print, type, the measure, and larger type where there is room. */
export function pageStyle(accent: string): string {
  return `:root { color-scheme: light dark; --paper: ${grounds.light.paper}; --ink: #1b1b19; --muted: #5c5951; --line: #d9d5cb; --accent: ${accentOn(accent, 'light')} }
@media (prefers-color-scheme: dark) {
  :root { --paper: ${grounds.dark.paper}; --ink: #e8e5de; --muted: #aaa69c; --line: #3a3d43; --accent: ${accentOn(accent, 'dark')} }
}
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-block-start: 1.5rem }
body { margin: 0; border-block-start: 4px solid var(--accent); padding: clamp(1.5rem, 5vw, 4.5rem) clamp(1.125rem, 5vw, 3rem) clamp(3rem, 8vw, 6rem) }
body .newsrail {
  --newsrail-accent: var(--accent);
  --newsrail-muted: var(--muted);
  --newsrail-line: var(--line);
  --newsrail-sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  max-inline-size: 41rem;
  margin-inline: auto;
  font-family: "Iowan Old Style", Charter, "Bitstream Charter", "Source Serif 4", "Sitka Text", Cambria, "Noto Serif", Georgia, serif;
  font-size: 1.0625rem;
}
@media (min-width: 48rem) {
  body .newsrail { font-size: 1.1875rem }
  body .newsrail .newsrail-lead { margin-block-end: 3.2em }
  body .newsrail .newsrail-headline { font-size: 2.6em; line-height: 1.06 }
  body .newsrail .newsrail-standfirst { font-size: 1.27em }
  body .newsrail .newsrail-standfirst:first-child { font-size: 1.8em; line-height: 1.2 }
  body .newsrail .newsrail-brief { grid-template-columns: 4em minmax(0, 1fr) }
  body .newsrail .newsrail-words { padding-inline-start: 1.5em }
}
@media print {
  :root { --paper: #fff; --ink: #000; --muted: #333; --line: #999; --accent: #000 }
  body { border: 0; padding: 0 }
  body .newsrail { max-inline-size: none; font-size: 11pt }
  .newsrail .newsrail-brief, .newsrail .newsrail-discussion { break-inside: avoid }
  .newsrail :is(h1, h2, h3, h4) { break-after: avoid }
}
`
}

/** In a preview alone: what the next launch will not show is outlined. */
export const outlineStyle = `.newsrail [data-outlined] { outline: 2px dashed var(--newsrail-accent); outline-offset: .4em; border-radius: 2px }
`

/** In a page kept from an earlier moment alone: the line that says so. */
export const asAtStyle = `.newsrail .newsrail-as-at { margin-block-end: 2em; padding: .4em .7em; border: 1px solid var(--newsrail-line); color: var(--newsrail-muted); font-family: var(--newsrail-sans); font-size: .825em }
`
