// SPDX-License-Identifier: Apache-2.0
// Writes a .br and a .gz beside every built file that gets smaller by it, so that the box never compresses while it serves.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const worth = new Set(['.html', '.js', '.css', '.svg', '.json'])
const folder = process.argv[2]
if (!folder) throw new Error('compress.mjs FOLDER')

function* files(at) {
  for (const name of readdirSync(at).sort()) {
    const path = join(at, name)
    if (statSync(path).isDirectory()) yield* files(path)
    else yield path
  }
}

const total = { raw: 0, gz: 0, br: 0 }
for (const path of [...files(folder)]) {
  if (!worth.has(extname(path))) continue
  const raw = readFileSync(path)
  const gz = gzipSync(raw, { level: 9 })
  const br = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } })
  if (gz.length < raw.length) writeFileSync(`${path}.gz`, gz)
  if (br.length < raw.length) writeFileSync(`${path}.br`, br)
  total.raw += raw.length
  total.gz += gz.length
  total.br += br.length
}
const kb = (bytes) => `${Math.round(bytes / 1000)} kB`
console.log(`${folder}: ${kb(total.raw)}, gzip ${kb(total.gz)}, brotli ${kb(total.br)}`)
