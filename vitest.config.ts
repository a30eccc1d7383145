import { defineConfig } from 'vitest/config'

export default defineConfig({
  ssr: { resolve: { conditions: ['source', 'node', 'import', 'default'] } },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/scale/**', 'node_modules/**'],
    setupFiles: ['test/no-console.ts'],
    testTimeout: 60_000,
  },
})
