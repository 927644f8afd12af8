import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { Client, fetchExchange, gql } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { ArticleListQuery, ArticleQuery } from '../../../samples/clients/urql/dist/articles.js';
import { createClient } from '../../../samples/clients/urql/dist/client.js';
import { complaints } from './complaints.mjs';
import { documents } from './documents.mjs';
import { address, allArticleIds, ask, refusedByPreflight, takeRequests, unseen } from './network.mjs';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const withoutTypeNames = (value) => JSON.parse(JSON.stringify(value, (key, part) => (key === '__typename' ? undefined : part)));
const idsOf = ({ articles }) => articles.edges.map(({ node }) => node.id);

const persisting = (options) => new Client({ url: address, exchanges: [persistedExchange(options), fetchExchange], preferGetMethod: false });

async function dataOf(client, query, variables = {}) {
  const { data, error } = await client.query(query, variables).toPromise();
  if (error) throw error;
  return data;
}

test('A query is sent as a hash by POST, with its document when the server does not know it', async () => {
  const query = gql(`query UrqlByPost${unseen} { site { title } }`);
  await dataOf(persisting({ preferGetForPersistedQueries: false }), query);
  const [unknown, stored] = takeRequests();
  const data = await dataOf(persisting({ preferGetForPersistedQueries: false }), query);
  const [hit, ...more] = takeRequests();

  assert.deepEqual([unknown.method, unknown.query, unknown.answer.errors[0].message], ['POST', undefined, 'PersistedQueryNotFound']);
  assert.deepEqual([stored.method, sha256(stored.query), stored.status], ['POST', unknown.hash, 200]);
  assert.deepEqual([hit.method, hit.query, hit.hash, hit.status, more], ['POST', undefined, unknown.hash, 200, []]);
  assert.deepEqual(withoutTypeNames(data), (await ask('{ site { title } }')).data);
});

test('A query is sent as a hash by GET, with its document when the server does not know it', async () => {
  const query = gql(`query UrqlByGet${unseen}($first: Int) { articles(first: $first) { totalCount } }`);
  await dataOf(persisting({ preferGetForPersistedQueries: true }), query, { first: 3 });
  const [unknown, stored] = takeRequests();
  const data = await dataOf(persisting({ preferGetForPersistedQueries: true }), query, { first: 3 });
  const [hit, ...more] = takeRequests();

  assert.deepEqual([unknown.method, unknown.query, unknown.answer.errors[0].message], ['GET', undefined, 'PersistedQueryNotFound']);
  assert.deepEqual([sha256(stored.query), stored.status], [unknown.hash, 200]);
  assert.deepEqual([hit.method, hit.query, hit.hash, hit.variables, more], ['GET', undefined, unknown.hash, '{"first":3}', []]);
  assert.deepEqual(withoutTypeNames(data), (await ask('{ articles { totalCount } }')).data);
});

test('A page of another site may send what it sends', async () => {
  await dataOf(createClient(address), gql(`query UrqlFromAnotherSite${unseen} { site { title } }`));

  const requests = takeRequests();
  assert.notEqual(requests.length, 0);
  for (const request of requests) assert.deepEqual(await refusedByPreflight(request), []);
});

test('An article of a list is read from the cache by its id', async () => {
  const client = createClient(address);
  const [{ node }] = (await dataOf(client, ArticleListQuery, { first: 5 })).articles.edges;
  takeRequests();

  assert.deepEqual((await dataOf(client, ArticleQuery, { id: node.id })).article, node);
  assert.deepEqual(takeRequests(), []);
});

test('What the schema lets be null is left out until it has come', async () => {
  const client = createClient(address);
  const [{ node }] = (await dataOf(client, ArticleListQuery, { first: 1 })).articles.edges;
  const results = [];
  await new Promise((resolve) => {
    const query = gql`query ($id: ID!) { article(by: { id: $id }) { id title description } }`;
    client.query(query, { id: node.id }).subscribe((result) => {
      results.push(result);
      if (!result.stale) resolve();
    });
  });

  const { data } = await ask('query ($id: ID!) { article(by: { id: $id }) { id title description } }', { id: node.id });
  assert.deepEqual(withoutTypeNames(results[0].data), { article: { ...data.article, description: null } });
  assert.deepEqual([results[0].stale, withoutTypeNames(results.at(-1).data)], [true, data]);
});

test('What the schema lets not be null is waited for', async () => {
  const client = createClient(address);
  const [{ node }] = (await dataOf(client, ArticleListQuery, { first: 1 })).articles.edges;
  const text = 'query ($id: ID!) { article(by: { id: $id }) { id title wordCount } }';

  const { data, stale } = await client.query(gql(text), { id: node.id });
  assert.deepEqual([stale, withoutTypeNames(data)], [false, (await ask(text, { id: node.id })).data]);
});

test('An article that is not there is null', async () => {
  const client = createClient(address);
  const { categories } = await dataOf(client, gql`{ categories(first: 1) { nodes { id } } }`);

  assert.equal((await dataOf(client, ArticleQuery, { id: categories.nodes[0].id })).article, null);
});

test('Pages are appended until every article is there once', async () => {
  const client = createClient(address);
  let data = await dataOf(client, ArticleListQuery, { first: 7 });
  const first = data.articles.pageInfo;
  while (data.articles.pageInfo.hasNextPage) {
    data = await dataOf(client, ArticleListQuery, { first: 7, after: data.articles.pageInfo.endCursor });
  }

  assert.deepEqual(idsOf(data), await allArticleIds());
  assert.equal(data.articles.pageInfo.hasPreviousPage, false);
  assert.equal(data.articles.pageInfo.startCursor, first.startCursor);
  assert.equal(data.articles.pageInfo.endCursor, data.articles.edges.at(-1).cursor);
});

test('Pages are prepended from the end', async () => {
  const client = createClient(address);
  const query = gql`
    query ($last: Int, $before: String) {
      articles(last: $last, before: $before) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
    }
  `;
  let data = await dataOf(client, query, { last: 20 });
  while (data.articles.pageInfo.hasPreviousPage) {
    data = await dataOf(client, query, { last: 20, before: data.articles.pageInfo.startCursor });
  }

  assert.deepEqual(idsOf(data), await allArticleIds());
  assert.equal(data.articles.pageInfo.hasNextPage, false);
});

test('Lists with different filters stay apart', async () => {
  const client = createClient(address);
  const idsIn = async (locale) => idsOf(await dataOf(client, ArticleListQuery, { first: 5, where: { locale: { eq: locale } } }));

  assert.equal(new Set([...(await idsIn('en')), ...(await idsIn('zh-Hans'))]).size, 10);
});

test('Every sample query gives what the API says', async () => {
  takeRequests();
  for (const { name, text } of documents) {
    assert.deepEqual(withoutTypeNames(await dataOf(createClient(address), gql(text))), (await ask(text)).data, name);
  }
});

test('No query makes the cache complain', async () => {
  const client = createClient(address);
  for (const { text } of documents) await client.query(gql(text), {}, { requestPolicy: 'network-only' });

  // These queries are for those who have no cache too, and leave ids out.
  const idsAreMissing = /config for `(Article|ArticleSeries|Author|Category|Image|Tag)`/;
  assert.deepEqual(complaints.filter((complaint) => !idsAreMissing.test(complaint)), []);
});

test('An error of the API arrives with its code', async () => {
  const text = 'query { articles(first: 1000) { totalCount } }';
  const { error } = await createClient(address).query(gql(text), {});

  assert.equal(error.networkError, undefined);
  assert.equal(error.graphQLErrors[0].extensions.code, (await ask(text)).errors[0].extensions.code);
});
