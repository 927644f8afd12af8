// Writes the page and its files, each under a name that holds a hash of its content, with a copy for every encoding.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as graphiql from '@graphql-yoga/render-graphiql/graphiql';

const output = process.argv[2];
const source = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

// Brotli's best level takes 15 times as long for another tenth.
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

function write(name, extension, text) {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const file = `${name}.${hash}.${extension}`;
  writeFileSync(join(output, file), text);
  writeFileSync(join(output, `${file}.br`), brotliCompressSync(text, brotli));
  writeFileSync(join(output, `${file}.gz`), gzipSync(text));
  return `ide/${file}`;
}

const files = {
  icon: write('icon', 'svg', source('icon.svg')),
  style: write('graphiql', 'css', graphiql.css + source('narrow.css')),
  script: write('graphiql', 'js', graphiql.js),
  editorWorker: write('editor-worker', 'js', graphiql.editorWorkerService),
  graphqlWorker: write('graphql-worker', 'js', graphiql.graphqlWorker),
  jsonWorker: write('json-worker', 'js', graphiql.jsonWorker),
  start: write('start', 'js', source('start.js')),
};

const licence = new URL('node_modules/@graphql-yoga/render-graphiql/LICENSE', import.meta.url);
writeFileSync(join(output, 'LICENSE'), readFileSync(licence));
writeFileSync(join(output, 'index.html'), source('page.html').replace(/\{(\w+)\}/g, (_, name) => files[name]));
