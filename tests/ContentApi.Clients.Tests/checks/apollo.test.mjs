import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { print } from 'graphql';
import { ArticleListQuery, ArticleQuery } from '../../../samples/clients/apollo/dist/articles.js';
import { createClient } from '../../../samples/clients/apollo/dist/client.js';
import { documents } from './documents.mjs';
import { address, allArticleIds, ask, refusedByPreflight, takeRequests, unseen } from './network.mjs';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const withoutTypeNames = (value) => JSON.parse(JSON.stringify(value, (key, part) => (key === '__typename' ? undefined : part)));
const idsOf = ({ articles }) => articles.edges.map(({ node }) => node.id);

const persisting = (options) =>
  new ApolloClient({ cache: new InMemoryCache(), link: new PersistedQueryLink({ sha256, ...options }).concat(new HttpLink({ uri: address })) });

test('A query is sent as a hash by POST, with its document when the server does not know it', async () => {
  const query = gql(`query ApolloByPost${unseen} { site { title } }`);
  await persisting().query({ query });
  const [unknown, stored] = takeRequests();
  const { data } = await persisting().query({ query });
  const [hit, ...more] = takeRequests();

  assert.deepEqual([unknown.method, unknown.query, unknown.answer.errors[0].message], ['POST', undefined, 'PersistedQueryNotFound']);
  assert.deepEqual([stored.method, sha256(stored.query), stored.status], ['POST', unknown.hash, 200]);
  assert.deepEqual([hit.method, hit.query, hit.hash, hit.status, more], ['POST', undefined, unknown.hash, 200, []]);
  assert.deepEqual(withoutTypeNames(data), (await ask('{ site { title } }')).data);
});

test('A query is sent as a hash by GET, with its document when the server does not know it', async () => {
  const query = gql(`query ApolloByGet${unseen}($first: Int) { articles(first: $first) { totalCount } }`);
  const options = { query, variables: { first: 3 } };
  await persisting({ useGETForHashedQueries: true }).query(options);
  const [unknown, stored] = takeRequests();
  const { data } = await persisting({ useGETForHashedQueries: true }).query(options);
  const [hit, ...more] = takeRequests();

  assert.deepEqual([unknown.method, unknown.query, unknown.answer.errors[0].message], ['GET', undefined, 'PersistedQueryNotFound']);
  assert.deepEqual([sha256(stored.query), stored.status], [unknown.hash, 200]);
  assert.deepEqual([hit.method, hit.query, hit.hash, hit.variables, more], ['GET', undefined, unknown.hash, '{"first":3}', []]);
  assert.deepEqual(withoutTypeNames(data), (await ask('{ articles { totalCount } }')).data);
});

test('A page of another site may send what it sends', async () => {
  await createClient(address).query({ query: gql(`query ApolloFromAnotherSite${unseen} { site { title } }`) });

  const requests = takeRequests();
  assert.deepEqual([...new Set(requests.map(({ method }) => method))].sort(), ['GET', 'POST']);
  for (const request of requests) assert.deepEqual(await refusedByPreflight(request), []);
});

test('An object is in the cache once, under its id', async () => {
  const client = createClient(address);
  const { data } = await client.query({ query: ArticleListQuery, variables: { first: 5 } });
  const cache = client.cache.extract();

  for (const id of idsOf(data)) assert.equal(cache[`Article:${id}`].id, id);
  assert.ok(Object.keys(cache).some((key) => key.startsWith('Category:')));
  assert.deepEqual(Object.keys(cache).filter((key) => !/^(ROOT_QUERY|__META|Article:|Category:)/.test(key)), []);
});

test('An article of a list is read from the cache by its id', async () => {
  const client = createClient(address);
  const list = await client.query({ query: ArticleListQuery, variables: { first: 5 } });
  const [{ node }] = list.data.articles.edges;
  takeRequests();
  const { data } = await client.query({ query: ArticleQuery, variables: { id: node.id } });

  assert.deepEqual(data.article, node);
  assert.deepEqual(takeRequests(), []);
});

test('What another query brings of an object shows where it was shown before', async () => {
  const client = createClient(address);
  const list = await client.query({ query: ArticleListQuery, variables: { first: 1 } });
  const [{ node }] = list.data.articles.edges;
  client.cache.modify({ id: client.cache.identify(node), fields: { title: () => 'An old title' } });
  await client.query({ query: gql`query ($path: String!) { article(by: { path: $path }) { id title } }`, variables: { path: node.path } });

  const { articles } = client.readQuery({ query: ArticleListQuery, variables: { first: 1 } });
  assert.equal(articles.edges[0].node.title, node.title);
});

test('An article that is not there is null', async () => {
  const client = createClient(address);
  const { data } = await client.query({ query: gql`{ categories(first: 1) { nodes { id } } }` });
  const variables = { id: data.categories.nodes[0].id };

  assert.deepEqual((await client.query({ query: ArticleQuery, variables })).data, { article: null });
});

/** Fetches pages until `cursorOf` gives none, and gives the list that the cache has made of them. */
async function fetchAllPages(query, variables, cursorOf) {
  const client = createClient(address);
  const list = client.watchQuery({ query, variables });
  let { data } = await client.query({ query, variables });
  for (let cursor = cursorOf(data); cursor; cursor = cursorOf(data)) {
    await list.fetchMore({ variables: cursor });
    data = client.readQuery({ query, variables });
    assert.notDeepEqual(cursorOf(data), cursor);
  }
  return data;
}

test('Pages are appended until every article is there once', async () => {
  const data = await fetchAllPages(ArticleListQuery, { first: 7 }, ({ articles: { pageInfo } }) => pageInfo.hasNextPage && { after: pageInfo.endCursor });
  const { edges, pageInfo } = data.articles;

  assert.deepEqual(idsOf(data), await allArticleIds());
  assert.deepEqual([pageInfo.hasPreviousPage, pageInfo.startCursor, pageInfo.endCursor], [false, edges[0].cursor, edges.at(-1).cursor]);
});

test('Pages are prepended from the end', async () => {
  const query = gql`
    query ($last: Int, $before: String) {
      articles(last: $last, before: $before) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
    }
  `;
  const data = await fetchAllPages(query, { last: 20 }, ({ articles: { pageInfo } }) => pageInfo.hasPreviousPage && { before: pageInfo.startCursor });
  const { edges, pageInfo } = data.articles;

  assert.deepEqual(idsOf(data), await allArticleIds());
  assert.deepEqual([pageInfo.hasNextPage, pageInfo.startCursor, pageInfo.endCursor], [false, edges[0].cursor, edges.at(-1).cursor]);
});

test('Lists with different filters stay apart', async () => {
  const client = createClient(address);
  const idsIn = async (locale) => idsOf((await client.query({ query: ArticleListQuery, variables: { first: 5, where: { locale: { eq: locale } } } })).data);

  assert.equal(new Set([...(await idsIn('en')), ...(await idsIn('zh-Hans'))]).size, 10);
});

test('Every sample query gives what the API says', async () => {
  takeRequests();
  for (const { name, text } of documents) {
    const { data } = await createClient(address).query({ query: gql(text) });
    assert.deepEqual(withoutTypeNames(data), (await ask(text)).data, name);
  }
});

test('What has no id is joined with what is known of it', async () => {
  const client = createClient(address);
  const query = gql`{ site { title } articles(first: 1) { edges { node { id body { html } } } } }`;
  const { data } = await client.query({ query });
  await client.query({ query: gql`{ site { url } articles(first: 1) { edges { node { id body { text } } } } }` });

  assert.deepEqual(client.readQuery({ query }), data);
});

test('An error of the API arrives with its code', async () => {
  const query = gql`query { articles(first: 1000) { totalCount } }`;
  const { errors } = await ask(print(query));

  await assert.rejects(createClient(address).query({ query }), (error) => CombinedGraphQLErrors.is(error) && error.errors[0].extensions.code === errors[0].extensions.code);
});
