/** All benchmarks, one after the other. */
await import('./edit.ts')
await import('./typing.ts')
await import('./search.ts')
export {}
