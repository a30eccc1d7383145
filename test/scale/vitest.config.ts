import { defineConfig } from 'vitest/config'

/** The queue and the archive of many machines, on Debian's nats-server and postgresql; needs `npm run build` first. */
export default defineConfig({
  ssr: { resolve: { conditions: ['source', 'node', 'import', 'default'] } },
  test: {
    include: ['test/scale/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
})
