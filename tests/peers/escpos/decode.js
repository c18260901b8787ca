// SPDX-License-Identifier: Apache-2.0
// Reads what a ticket printer is sent with another maker's parser (npos) and says on stdout, as JSON, what it is: every
// command, the text with how it stands, the texts of codes for phones, how often the paper is cut. Pictures are put
// below one another into a PNG file. Ends with 1 where the parser meets something it does not know.
// decode.js MODULES BYTES [PNG]
'use strict';
const fs = require('fs');
const path = require('path');

const need = require('module').createRequire(path.join(path.resolve(process.argv[2]), 'index.js'));
const npos = need('npos'), iconv = need('iconv-lite'), { PNG } = need('pngjs');
const bytes = fs.readFileSync(process.argv[3]);

npos.rules[npos.symbols.GS]['(k'] = [0, 'd16']; // npos does not know codes for phones; they are framed as GS ( L is
const found = npos.parser(npos.rules).analyze(bytes);
if (found.error) {
  console.error(String(found.error));
  process.exit(1);
}

const commands = [], lines = [], codes = [], pictures = [];
const style = { align: 0, bold: false, scale: 0, black: false };
let pieces = [], cuts = 0, waiting_code = '';

const endLine = () => {
  lines.push({ text: pieces.map((piece) => piece.text).join(''), pieces });
  pieces = [];
};
const takeText = (data) => {
  const parts = iconv.decode(data, 'gbk').split('\n');
  parts.forEach((text, index) => {
    if (index > 0) endLine();
    if (text !== '') pieces.push({ text, ...style });
  });
};
const takeCode = (data) => {
  const length = data.readUInt16LE(3), kind = data[5], what = data[6];
  if (kind !== 0x31) return;
  if (what === 0x50) waiting_code = data.subarray(8, 5 + length).toString('utf8');
  if (what === 0x51) codes.push(waiting_code);
};
const takePicture = (data) => {
  const scale = { 0: [1, 1], 1: [2, 1], 2: [1, 2], 3: [2, 2] }[data[3]];
  pictures.push({ scale, row: data.readUInt16LE(4), rows: data.readUInt16LE(6), dots: data.subarray(8) });
};

for (const node of found.tree) {
  const data = bytes.subarray(node.offset, node.offset + node.length);
  if (node.ascii === 'STX') {
    takeText(data);
    continue;
  }
  const name = `${node.ascii} ${node.fn || ''}`.trim();
  commands.push(name);
  if (name === 'ESC a') style.align = data[2];
  if (name === 'ESC E') style.bold = data[2] === 1;
  if (name === 'GS !') style.scale = data[2];
  if (name === 'GS B') style.black = data[2] === 1;
  if (name === 'GS (k') takeCode(data);
  if (name === 'GS v0') takePicture(data);
  if (name === 'GS V') cuts += 1;
}
if (pieces.length > 0) endLine();

const width = Math.max(0, ...pictures.map((one) => one.row * 8 * one.scale[0]));
const height = pictures.reduce((sum, one) => sum + one.rows * one.scale[1], 0);
if (process.argv[4] && height > 0) {
  const png = new PNG({ width, height });
  png.data.fill(255);
  let top = 0;
  for (const one of pictures) {
    const [across, down] = one.scale;
    for (let y = 0; y < one.rows * down; y += 1)
      for (let x = 0; x < one.row * 8 * across; x += 1) {
        const dot = Math.floor(x / across), row = Math.floor(y / down);
        if ((one.dots[row * one.row + (dot >> 3)] >> (7 - (dot & 7))) & 1)
          png.data.fill(0, ((top + y) * width + x) * 4, ((top + y) * width + x) * 4 + 3);
      }
    top += one.rows * down;
  }
  fs.writeFileSync(process.argv[4], PNG.sync.write(png));
}
const sizes = pictures.map((one) => ({ width: one.row * 8, rows: one.rows, scale: one.scale[0] }));
console.log(JSON.stringify({ commands, lines, codes, cuts, pictures: sizes, width, height }));
