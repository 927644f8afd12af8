import assert from 'node:assert/strict';
import test from 'node:test';
import relay from 'relay-runtime';
import list from '../../../samples/clients/relay/dist/articleList.js';
import row from '../../../samples/clients/relay/dist/articleRow.js';
import sample from '../../../samples/clients/relay/dist/environment.js';
import { address, allArticleIds, ask, refusedByPreflight, takeRequests } from './network.mjs';

const { loadNextPage, openArticleList, readArticleList } = list;
const { readArticle, refetchArticle } = row;

async function open(count) {
  const environment = sample.createEnvironment(address);
  const articles = await openArticleList(environment, count);
  return {
    environment,
    read: () => readArticleList(environment, articles).articles.map((article) => readArticle(environment, article)),
    pageInfo: () => readArticleList(environment, articles).pageInfo,
    loadNext: (next) => loadNextPage(environment, articles, next),
  };
}

test('An object is in the store under its global id', async () => {
  const { environment, read } = await open(5);
  const records = environment.getStore().getSource().toJSON();

  assert.equal(read().length, 5);
  for (const { id, title } of read()) {
    assert.deepEqual([records[id].__typename, records[id].__id, records[id].title], ['Article', id, title]);
    assert.equal(records[records[id].primaryCategory.__ref].__typename, 'Category');
  }
});

test('Pages are appended to the connection until every article is there once', async () => {
  const { read, pageInfo, loadNext } = await open(7);
  while (pageInfo().hasNextPage) await loadNext(20);

  assert.deepEqual(read().map(({ id }) => id), await allArticleIds());
});

test('The next page is the refetchable query of the fragment', async () => {
  const { pageInfo, loadNext } = await open(3);
  const { endCursor } = pageInfo();
  takeRequests();
  await loadNext(4);

  const [request, ...more] = takeRequests();
  assert.match(request.query, /^query articleListNextPageQuery\(/);
  assert.deepEqual([request.variables, more], [{ count: 4, cursor: endCursor }, []]);
});

test('An object is fetched again by its id and changes in the list', async () => {
  const { environment, read } = await open(3);
  const [{ id, title }] = read();
  relay.commitLocalUpdate(environment, (store) => store.get(id).setValue('An old title', 'title'));
  assert.equal(read()[0].title, 'An old title');
  takeRequests();
  await refetchArticle(environment, id);

  const [{ query, variables, answer }] = takeRequests();
  assert.match(query, /node\(id: \$id\)/);
  assert.deepEqual([variables, answer.data.node.__typename, answer.data.node.id], [{ id }, 'Article', id]);
  assert.equal(read()[0].title, title);
});

test('Every object is a node by the id that it gives', async () => {
  const { data } = await ask('{ articles(first: 5) { nodes { id tags { id } authors { id } categories { id } cover { id } series { id } } } }');
  const ids = new Set(JSON.stringify(data).match(/(?<="id":")[^"]+/g));
  const answer = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids: [...ids] });

  assert.deepEqual(answer.data.nodes.map(({ id }) => id), [...ids]);
  assert.ok(new Set(answer.data.nodes.map(({ __typename }) => __typename)).size >= 5);
});

test('A page of another site may send what it sends', async () => {
  takeRequests();
  await open(1);

  for (const request of takeRequests()) assert.deepEqual(await refusedByPreflight(request), []);
});

test('An error of the API arrives with its code', async () => {
  const { errors } = await ask('{ articles(first: 1000) { totalCount } }');

  await assert.rejects(open(1000), (error) => error.source.errors[0].extensions.code === errors[0].extensions.code);
});
