import assert from 'node:assert/strict';
import test from 'node:test';
import * as operations from '../../../samples/clients/codegen/dist/generated/operations.js';
import { request } from '../../../samples/clients/codegen/dist/request.js';
import { documents } from './documents.mjs';
import { address, ask } from './network.mjs';

const generated = (text) => operations[`${text.match(/query (\w+)/)[1]}Document`];

test('Every sample query gives what the API says', async () => {
  for (const { name, text } of documents) {
    assert.deepEqual(await request(address, generated(text), {}), (await ask(text)).data, name);
  }
});

test('An error of the API is thrown with its message', async () => {
  const { errors } = await ask('{ articles(first: 1000) { totalCount } }');

  await assert.rejects(request(address, operations.NextPageDocument, { first: 1000 }), { message: errors[0].message });
});
