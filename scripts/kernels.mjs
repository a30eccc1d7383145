// Compiles the AssemblyScript kernels to WebAssembly and writes them as a module: npm run kernels [FILE]
import { writeFileSync } from 'node:fs'
import asc from 'assemblyscript/asc'

const SOURCE = 'src/2-syntax/network/assembly/kernels.ts'
const TARGET = process.argv[2] ?? 'src/2-syntax/network/kernel-code.ts'

const flags = ['-O3', '--enable', 'simd', '--importMemory', '--runtime', 'stub', '--noAssert']
const { error, stdout, stderr, binary } = await compile()
if (error) {
  console.error(stderr || String(error))
  process.exit(1)
}
console.log(stdout || `${TARGET}: ${binary.length} bytes of WebAssembly`)
writeFileSync(
  TARGET,
  `// Written by scripts/kernels.mjs from ${SOURCE}; do not edit.\nexport const KERNEL_CODE =\n  '${Buffer.from(binary).toString('base64')}'\n`,
)

async function compile() {
  let out = new Uint8Array()
  const result = await asc.main([SOURCE, '--outFile', 'kernels.wasm', ...flags], {
    writeFile: (name, content) => {
      if (name.endsWith('.wasm')) out = content
    },
  })
  return { ...result, stdout: result.stdout.toString(), stderr: result.stderr.toString(), binary: out }
}
