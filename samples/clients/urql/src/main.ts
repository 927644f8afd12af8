import { ArticleListQuery, ArticleQuery } from './articles.js';
import { createClient } from './client.js';

const client = createClient(process.env.CONTENTAPI_URL ?? 'http://127.0.0.1:8080/graphql');

const firstPage = await client.query(ArticleListQuery, { first: 5 }).toPromise();
if (firstPage.error) throw firstPage.error;
const after = firstPage.data?.articles?.pageInfo.endCursor ?? null;
const bothPages = await client.query(ArticleListQuery, { first: 5, after }).toPromise();

const articles = bothPages.data?.articles?.edges ?? [];
for (const { node } of articles) {
  console.log(`${node.publishedAt?.slice(0, 10)}  ${node.title}`);
}

// All of it is known from the list: nothing is sent.
const newest = articles[0]?.node;
if (newest) {
  const { data } = await client.query(ArticleQuery, { id: newest.id }).toPromise();
  console.log(`\nThe newest is ${data?.article?.path} in ${data?.article?.primaryCategory?.name}.`);
}
