import assert from 'node:assert/strict';
import test from 'node:test';
import { serverAudits } from 'graphql-http';

for (const { id, name, fn } of serverAudits({ url: process.env.CONTENTAPI_URL, fetchFn: fetch })) {
  test(`${id} ${name}`, async () => {
    const { status, reason } = await fn();
    assert.equal(status, 'ok', reason);
  });
}
